/**
 * What incentive-service knows of points, for the page, which asks its own origin only: a closed list of questions,
 * passed on in the caller's own name and answered within bounds.
 */
@NullMarked
package dev.hearth.analytics.points;

import org.jspecify.annotations.NullMarked;

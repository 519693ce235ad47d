/** How many of the members take part, and how much those do who do. */
@NullMarked
package dev.hearth.analytics.participation;

import org.jspecify.annotations.NullMarked;

/** Measurements made by hand, never in a build. */
@NullMarked
package dev.hearth.analytics.bench;

import org.jspecify.annotations.NullMarked;

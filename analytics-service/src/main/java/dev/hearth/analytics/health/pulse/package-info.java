/**
 * How groups beat: how much is done in each by hour, what is usual at that hour of the week, and what is not. Pure: no
 * framework, no store, no topic; time is an input.
 */
@NullMarked
package dev.hearth.analytics.health.pulse;

import org.jspecify.annotations.NullMarked;

package dev.hearth.analytics.health.pulse;

import java.time.Instant;

/**
 * What was done in a group in the hours up to an instant, beside what is usual.
 *
 * @param at the end of the hours
 * @param hours how many
 * @param acts how many acts there were
 * @param band what is usual where a spell begins
 * @param inner what is usual where a spell ends: within {@code band}
 */
public record Reading(Instant at, int hours, long acts, Band band, Band inner) {
    public boolean isBelow() {
        return acts < band.lower();
    }

    public boolean isAbove() {
        return acts > band.upper();
    }

    /** Whether a cold spell is over. */
    boolean hasWarmedUp() {
        return acts >= inner.lower();
    }

    /** Whether a flooded spell is over. */
    boolean hasAbated() {
        return acts <= inner.upper();
    }
}

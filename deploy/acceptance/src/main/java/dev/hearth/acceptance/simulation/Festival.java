package dev.hearth.acceptance.simulation;

import java.time.LocalDate;

/**
 * Days on which everybody does more.
 *
 * @param from the first day
 * @param to the last day
 */
public record Festival(LocalDate from, LocalDate to) {
    boolean has(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Whether members sign up for it on that day. */
    boolean isAnnounced(LocalDate day) {
        return !day.isBefore(from.minusDays(3)) && !day.isAfter(to);
    }
}

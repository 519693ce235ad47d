package dev.hearth.incentive.standing;

import java.time.LocalDate;

/**
 * A member's level became another.
 *
 * @param on the day from which on
 * @param level the new one, 0 for none
 * @param why what changed it
 */
public record Change(LocalDate on, int level, Why why) {
    /** What changes a level. */
    public enum Why {
        /** The points for a higher tier were earned. */
        EARNED,
        /** A period, and its grace, ended without the points that keep the tier. */
        NOT_KEPT,
        /** The scheme has other tiers. */
        SCHEME_CHANGED
    }
}

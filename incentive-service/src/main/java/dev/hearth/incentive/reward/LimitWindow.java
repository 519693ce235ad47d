package dev.hearth.incentive.reward;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How long a limit counts, in the member's local days. */
public enum LimitWindow {
    /** A day. */
    DAY,
    /** From Monday to Sunday (ISO). */
    WEEK,
    /** A calendar month. */
    MONTH,
    /** For ever. */
    TOTAL;

    /** The first day of the window that {@code day} is in. */
    public LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case TOTAL -> LocalDate.EPOCH;
        };
    }
}

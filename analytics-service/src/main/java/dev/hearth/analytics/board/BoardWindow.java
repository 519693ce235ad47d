package dev.hearth.analytics.board;

import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Period;
import java.time.LocalDate;
import java.util.Optional;

/** Which days of a board count. */
enum BoardWindow {
    /** All there are, or those of a range. */
    ALL,
    /** One day. */
    DAY,
    /** The Monday to Sunday that has a day. */
    ISO_WEEK,
    /** The calendar month that has a day. */
    MONTH;

    /** The days around this one; empty for all. */
    Optional<DaySpan> around(LocalDate day) {
        return switch (this) {
            case ALL -> Optional.empty();
            case DAY -> Optional.of(days(Period.DAY, day));
            case ISO_WEEK -> Optional.of(days(Period.ISO_WEEK, day));
            case MONTH -> Optional.of(days(Period.MONTH, day));
        };
    }

    private static DaySpan days(Period period, LocalDate day) {
        return period.windows(new DaySpan(day, day)).getFirst().days();
    }
}

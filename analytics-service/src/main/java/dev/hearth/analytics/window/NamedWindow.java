package dev.hearth.analytics.window;

import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.platform.problem.Check;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of days that a community speaks of (世界杯, 春节, two weeks).
 *
 * @param name 1 to 200 characters
 * @param from the first day
 * @param to the last day, at most 1,000 days in all
 * @param baseline what it is compared with
 */
record NamedWindow(String name, LocalDate from, LocalDate to, Baseline baseline) {
    static final int MAX_NAME = 200;
    static final int MAX_DAYS = 1000;

    NamedWindow {
        name = Check.text("/name", name, MAX_NAME);
        checkDays("", from, to);
    }

    DaySpan days() {
        return new DaySpan(from, to);
    }

    /** As many days just before; of whole months as many months. */
    DaySpan previous() {
        LocalDate last = from.minusDays(1);
        boolean wholeMonths =
                from.getDayOfMonth() == 1 && to.equals(YearMonth.from(to).atEndOfMonth());
        LocalDate first = wholeMonths
                ? from.minusMonths(ChronoUnit.MONTHS.between(from, to.plusDays(1)))
                : from.minusDays(ChronoUnit.DAYS.between(from, to) + 1);
        return new DaySpan(first, last);
    }

    DaySpan yearBefore() {
        return new DaySpan(from.minusYears(1), to.minusYears(1));
    }

    static void checkDays(String pointer, @Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate first = Check.present(pointer + "/from", from);
        LocalDate last = Check.present(pointer + "/to", to);
        var _ = Check.range(pointer + "/from", first.getYear(), 1, 9999);
        var _ = Check.range(pointer + "/to", last.getYear(), 1, 9999);
        if (last.isBefore(first)) {
            throw Check.refused(pointer + "/to", "is " + last + ", must not be before " + first);
        }
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days > MAX_DAYS) {
            throw Check.refused(pointer + "/to", "makes a window of " + days + " days, must make at most " + MAX_DAYS);
        }
    }
}

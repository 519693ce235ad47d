package dev.hearth.analytics.journal;

import dev.hearth.analytics.activity.DaySpan;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/**
 * A figure on the days before and after a mark: as many of both, and whole weeks, so that each weekday is there as
 * often before as after. The mark's own days are on neither side. It tells what came after, not what it was caused by.
 *
 * @param weeks how many on either side; 0 if there are not enough days
 * @param before the mean of a day before, 0 without weeks
 * @param after the mean of a day after, 0 without weeks
 */
record Effect(int weeks, double before, double after) {
    static final int MAX_WEEKS = 12;

    /**
     * Before and after the days of a mark.
     *
     * @param wanted how many weeks on either side, 1 to 12; less are taken where there are less
     * @param complete the days that have data and are over
     * @param sum what a span of days adds up to
     */
    static Effect of(DaySpan mark, int wanted, DaySpan complete, Function<DaySpan, Long> sum) {
        long earlier = ChronoUnit.DAYS.between(complete.first(), mark.first());
        long later = ChronoUnit.DAYS.between(mark.last(), complete.last());
        int weeks = Math.clamp(Math.min(earlier, later) / 7, 0, wanted);
        if (weeks == 0) {
            return new Effect(0, 0, 0);
        }
        return new Effect(
                weeks,
                mean(mark.first().minusDays(7L * weeks), weeks, sum),
                mean(mark.last().plusDays(1), weeks, sum));
    }

    private static double mean(LocalDate first, int weeks, Function<DaySpan, Long> sum) {
        return sum.apply(new DaySpan(first, first.plusDays(7L * weeks - 1))) / (7.0 * weeks);
    }
}

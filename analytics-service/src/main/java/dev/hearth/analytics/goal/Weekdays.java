package dev.hearth.analytics.goal;

import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.course.Course;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;

/** How much each of a goal's days weighs in its plan. */
final class Weekdays {
    /** Whole weeks, so that every day of the week is there equally often. */
    private static final int LOOKBACK = 56;

    private Weekdays() {}

    /** The days before the goal from which days of the week are learned. */
    static DaySpan before(LocalDate start) {
        return new DaySpan(start.minusDays(LOOKBACK), start.minusDays(1));
    }

    /**
     * At least one is more than 0. By days of the week: what that day added in the eight weeks before, 0 if it took
     * away. Where that leaves nothing to go by, all weigh the same.
     */
    static BigDecimal[] weights(Goal goal, Course before) {
        BigDecimal[] weights = new BigDecimal[goal.days().daysShared(goal.days())];
        Arrays.fill(weights, BigDecimal.ONE);
        return switch (goal.plan()) {
            case LINEAR -> weights;
            case WEEKDAY -> {
                BigDecimal[] learned = learned(goal, before);
                boolean isEmpty = Arrays.stream(learned).allMatch(weight -> weight.signum() == 0);
                yield isEmpty ? weights : learned;
            }
        };
    }

    private static BigDecimal[] learned(Goal goal, Course before) {
        long[] sums = new long[7];
        LocalDate day = before.days().first();
        for (long added : before.added()) {
            int weekday = day.getDayOfWeek().getValue() - 1;
            sums[weekday] = Math.addExact(sums[weekday], added);
            day = day.plusDays(1);
        }
        return goal.start()
                .datesUntil(goal.end().plusDays(1))
                .map(each ->
                        BigDecimal.valueOf(Math.max(0, sums[each.getDayOfWeek().getValue() - 1])))
                .toArray(BigDecimal[]::new);
    }
}

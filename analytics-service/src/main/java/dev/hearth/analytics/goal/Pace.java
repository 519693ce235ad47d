package dev.hearth.analytics.goal;

import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.course.Course;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How far a goal is: its course beside its plan. Only whole days are held against the plan, so that a goal is not
 * behind in the morning and on track in the evening. With w the weights of the days, W(d) their sum up to and with day
 * d, and A(d) what is there at the end of day d:
 *
 * <pre>
 * expected(d) = target × W(d - 1) / W(end)
 * forecast(d) = A(d - 1) × W(end) / W(d - 1)
 * </pre>
 *
 * The forecast goes on at the pace so far; of distinct members it says too much, since those who came already come
 * again.
 */
final class Pace {
    private static final int DECIMALS = 6;
    private static final double NORMAL_95 = 1.96;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Goal goal;
    private final DaySpan days;
    /** At the end of each day. */
    private final long[] achieved;
    /** Up to and with each day. */
    private final BigDecimal[] planned;

    /**
     * @param course over the goal's days
     * @param before the same metric's over the eight weeks before; asked only where the plan is by days of the week
     */
    Pace(Goal goal, Course course, Course before) {
        this.goal = goal;
        this.days = goal.days();
        this.achieved = new long[course.added().size()];
        this.planned = new BigDecimal[achieved.length];
        BigDecimal[] weights = Weekdays.weights(goal, before);
        long sum = 0;
        BigDecimal weight = BigDecimal.ZERO;
        for (int day = 0; day < achieved.length; day++) {
            sum = Math.addExact(sum, course.added().get(day));
            weight = weight.add(weights[day]);
            achieved[day] = sum;
            planned[day] = weight;
        }
    }

    /** What is there by the end of the day; 0 before the first. */
    long achieved(LocalDate today) {
        int day = index(today);
        return day < 0 ? 0 : achieved[day];
    }

    /** What was to be there when the day began, to 6 decimals. */
    BigDecimal expected(LocalDate today) {
        return BigDecimal.valueOf(goal.target())
                .multiply(plannedBefore(today))
                .divide(planned[planned.length - 1], DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** What will be there at the end, to 6 decimals; empty while no day of which something is expected is over. */
    Optional<BigDecimal> forecast(LocalDate today) {
        BigDecimal sofar = plannedBefore(today);
        return sofar.signum() == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(achieved(today.minusDays(1)))
                        .multiply(planned[planned.length - 1])
                        .divide(sofar, DECIMALS, RoundingMode.HALF_EVEN));
    }

    /**
     * How far the end may well be from the forecast, on either side: 1.96 · s · √n, the half of a 95 % interval of what
     * n days to come deviate by, where days deviate from the pace independently and as they did so far (s: sample
     * standard deviation of the days' deviations). Empty while less than two days are over, and once all are.
     */
    Optional<BigDecimal> margin(LocalDate today) {
        int over = index(today.minusDays(1)) + 1;
        int left = achieved.length - over;
        if (over < 2 || left == 0 || planned[over - 1].signum() == 0) {
            return Optional.empty();
        }
        double rate = achieved[over - 1] / planned[over - 1].doubleValue();
        double squares = 0;
        for (int day = 0; day < over; day++) {
            double weight = planned[day].doubleValue() - (day == 0 ? 0 : planned[day - 1].doubleValue());
            double added = achieved[day] - (day == 0 ? 0 : achieved[day - 1]);
            squares += (added - rate * weight) * (added - rate * weight);
        }
        double half = NORMAL_95 * Math.sqrt(squares / (over - 1)) * Math.sqrt(left);
        return Optional.of(BigDecimal.valueOf(half).setScale(1, RoundingMode.HALF_EVEN));
    }

    GoalStatus status(LocalDate today) {
        if (today.isBefore(days.first())) {
            return GoalStatus.PLANNED;
        }
        boolean isOver = today.isAfter(days.last());
        long now = achieved(today);
        return switch (goal.direction()) {
            case AT_LEAST -> {
                if (now >= goal.target()) {
                    yield GoalStatus.REACHED;
                }
                yield isOver ? GoalStatus.MISSED : pace(today);
            }
            case AT_MOST -> {
                if (now > goal.target()) {
                    yield GoalStatus.MISSED;
                }
                yield isOver ? GoalStatus.REACHED : pace(today);
            }
        };
    }

    /** The first day of those without a break up to {@code today} on which it stood as it does; empty if planned. */
    Optional<LocalDate> since(LocalDate today) {
        LocalDate over = days.last().plusDays(1);
        LocalDate since = today.isAfter(over) ? over : today;
        GoalStatus status = status(since);
        if (status == GoalStatus.PLANNED) {
            return Optional.empty();
        }
        while (status(since.minusDays(1)) == status) {
            since = since.minusDays(1);
        }
        return Optional.of(since);
    }

    /** What was to be there at the end of each day, to 6 decimals. */
    List<BigDecimal> plan() {
        return Arrays.stream(planned)
                .map(weight -> BigDecimal.valueOf(goal.target())
                        .multiply(weight)
                        .divide(planned[planned.length - 1], DECIMALS, RoundingMode.HALF_EVEN))
                .toList();
    }

    private GoalStatus pace(LocalDate today) {
        BigDecimal actual = BigDecimal.valueOf(achieved(today.minusDays(1)))
                .multiply(HUNDRED)
                .multiply(planned[planned.length - 1]);
        BigDecimal plan = BigDecimal.valueOf(goal.target()).multiply(plannedBefore(today));
        boolean isBehind = switch (goal.direction()) {
            case AT_LEAST -> actual.compareTo(plan.multiply(percent(-goal.tolerancePercent()))) < 0;
            case AT_MOST -> actual.compareTo(plan.multiply(percent(goal.tolerancePercent()))) > 0;
        };
        return isBehind ? GoalStatus.BEHIND : GoalStatus.ON_TRACK;
    }

    private static BigDecimal percent(int beyond) {
        return BigDecimal.valueOf(100L + beyond);
    }

    private BigDecimal plannedBefore(LocalDate today) {
        int day = index(today.minusDays(1));
        return day < 0 ? BigDecimal.ZERO : planned[day];
    }

    private int index(LocalDate day) {
        return Math.clamp(day.toEpochDay() - days.first().toEpochDay(), -1, achieved.length - 1);
    }
}

package dev.hearth.analytics.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hearth.analytics.course.Course;
import dev.hearth.analytics.course.Metric;
import dev.hearth.analytics.figure.WhoseActs;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final LocalDate START = LocalDate.parse("2026-03-02");
    private static final Course NOTHING_BEFORE = Course.none(Weekdays.before(START));

    @Test
    void aGoalIsOnTrackBehindReachedAndMissedDayByDay() {
        // 10 days, 100 wanted: 10 a day.
        Pace pace = pace(Direction.AT_LEAST, 100, List.of(10, 10, 2, 0, 30, 10, 10, 10, 10, 8));
        assertThat(pace.status(START.minusDays(1))).isEqualTo(GoalStatus.PLANNED);
        assertThat(pace.status(START)).isEqualTo(GoalStatus.ON_TRACK);
        assertThat(pace.status(START.plusDays(2))).isEqualTo(GoalStatus.ON_TRACK);
        assertThat(pace.status(START.plusDays(3))).isEqualTo(GoalStatus.BEHIND);
        assertThat(pace.status(START.plusDays(4))).isEqualTo(GoalStatus.BEHIND);
        assertThat(pace.since(START.plusDays(4))).contains(START.plusDays(3));
        assertThat(pace.status(START.plusDays(5))).isEqualTo(GoalStatus.ON_TRACK);
        assertThat(pace.status(START.plusDays(9))).isEqualTo(GoalStatus.REACHED);

        Pace failed = pace(Direction.AT_LEAST, 101, List.of(10, 10, 2, 0, 30, 10, 10, 10, 10, 8));
        assertThat(failed.status(START.plusDays(10))).isEqualTo(GoalStatus.MISSED);
        Pace most = pace(Direction.AT_MOST, 100, List.of(10, 10, 2, 0, 30, 10, 10, 10, 10, 8));
        assertThat(most.status(START.plusDays(10))).isEqualTo(GoalStatus.REACHED);
        Pace over = pace(Direction.AT_MOST, 99, List.of(10, 10, 2, 0, 30, 10, 10, 10, 10, 8));
        assertThat(over.status(START.plusDays(9))).isEqualTo(GoalStatus.MISSED);
    }

    @Test
    void expectedForecastAndMarginAreWhatTheirFormulasSay() {
        Pace pace = pace(Direction.AT_LEAST, 100, List.of(8, 12, 8, 12, 0, 0, 0, 0, 0, 0));
        LocalDate today = START.plusDays(4);
        assertThat(pace.expected(today)).isEqualByComparingTo("40");
        assertThat(pace.forecast(today))
                .hasValueSatisfying(end -> assertThat(end).isEqualByComparingTo("100"));
        // Days deviate by 2 from 10: s = √(16 / 3), six days are left.
        assertThat(pace.margin(today).orElseThrow().doubleValue())
                .isCloseTo(1.96 * Math.sqrt(16 / 3.0) * Math.sqrt(6), within(0.06));
        assertThat(pace.margin(START.plusDays(1))).isEmpty();
        assertThat(pace.margin(START.plusDays(10))).isEmpty();
        assertThat(pace.forecast(START)).isEmpty();
    }

    @Test
    void aPlanByWeekdaysExpectsWhatWeekdaysBrought() {
        List<Long> before = new ArrayList<>();
        Weekdays.before(START)
                .first()
                .datesUntil(START)
                .forEach(day -> before.add(day.getDayOfWeek().getValue() >= 6 ? 0L : 5L));
        Goal goal = goal(Direction.AT_LEAST, 100, 14, Plan.WEEKDAY);
        Course course = Course.none(goal.days());
        Pace pace = new Pace(goal, course, new Course(Weekdays.before(START), before));
        // From Monday on: five working days of ten bring half, the weekend nothing.
        assertThat(pace.expected(START.plusDays(5))).isEqualByComparingTo("50");
        assertThat(pace.expected(START.plusDays(7))).isEqualByComparingTo("50");
        assertThat(pace.expected(START.plusDays(14))).isEqualByComparingTo("100");
    }

    @Property(tries = 5_000)
    void expectedGrowsToTheTargetAndTheForecastOfASteadyPaceIsItsSum(
            @ForAll @Size(min = 2, max = 60) List<@IntRange(max = 1_000) Integer> added,
            @ForAll @IntRange(min = 1, max = 10_000) int target) {
        Pace pace = pace(Direction.AT_LEAST, target, added);
        BigDecimal before = BigDecimal.ZERO;
        long sum = 0;
        for (int day = 0; day <= added.size(); day++) {
            LocalDate today = START.plusDays(day);
            assertThat(pace.expected(today)).isGreaterThanOrEqualTo(before);
            before = pace.expected(today);
            if (day > 0) {
                double forecast = sum * (double) added.size() / day;
                assertThat(pace.forecast(today).orElseThrow().doubleValue()).isCloseTo(forecast, within(0.001));
            }
            sum += day < added.size() ? added.get(day) : 0;
            assertThat(pace.achieved(today)).isEqualTo(sum);
        }
        assertThat(before).isEqualByComparingTo(BigDecimal.valueOf(target));
    }

    private static Pace pace(Direction direction, int target, List<Integer> added) {
        Goal goal = goal(direction, target, added.size(), Plan.LINEAR);
        return new Pace(
                goal,
                new Course(goal.days(), added.stream().map(Integer::longValue).toList()),
                NOTHING_BEFORE);
    }

    private static Goal goal(Direction direction, int target, int days, Plan plan) {
        return new Goal(
                "A goal",
                null,
                Metric.EVENTS,
                MeasuredBy.ITSELF,
                Set.of(),
                null,
                WhoseActs.ALL,
                direction,
                target,
                10,
                plan,
                START,
                START.plusDays(days - 1L));
    }
}

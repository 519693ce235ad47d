package dev.hearth.incentive.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class MilestonePropertyTest {
    private static final LocalDate DAY = LocalDate.parse("2024-02-20");

    @Property
    void theLongestStreakIsTheLongestThatAnyDayBegins(@ForAll("days") Set<LocalDate> days) {
        long longest = 0;
        for (LocalDate first : days) {
            long run = 0;
            while (days.contains(first.plusDays(run))) {
                run++;
            }
            longest = Math.max(longest, run);
        }
        assertThat(Streak.longest(new TreeSet<>(days))).isEqualTo(longest);
    }

    @Property
    void whateverTheWayThereEachStageHoldsOnceExactlyWhileTheProgressIsGoodForIt(
            @ForAll @Size(min = 1, max = 30) List<@LongRange(min = -3, max = 12) Long> ways) {
        List<Goal> goals = List.of(new Goal("one", 1), new Goal("five", 5), new Goal("nine", 9));
        List<Reached> reached = new ArrayList<>();
        for (long progress : ways) {
            List<Step> steps = Step.of(goals, progress, reached);
            steps.forEach(step -> apply(reached, step));

            assertThat(Step.of(goals, progress, reached))
                    .as("settling again does nothing")
                    .isEmpty();
            for (Goal goal : goals) {
                assertThat(holding(reached, goal.stage())).isEqualTo(progress >= goal.target() ? 1 : 0);
            }
        }
        Map<String, Set<Integer>> attempts = new HashMap<>();
        reached.forEach(once -> assertThat(attempts.computeIfAbsent(once.stage(), stage -> new TreeSet<>())
                        .add(once.attempt()))
                .as("an attempt is one of its own")
                .isTrue());
    }

    @Property
    void aChangeOfTheTargetsTakesNothingAway(
            @ForAll @LongRange(min = 0, max = 12) long progress, @ForAll @LongRange(min = 1, max = 20) long harder) {
        List<Reached> reached = new ArrayList<>();
        Step.of(List.of(new Goal("five", 5)), progress, reached).forEach(step -> apply(reached, step));

        List<Step> steps = Step.of(List.of(new Goal("five", harder)), progress, reached);

        assertThat(steps).noneMatch(Step.Lose.class::isInstance);
        assertThat(steps).hasSize(reached.isEmpty() && progress >= harder ? 1 : 0);
    }

    private static void apply(List<Reached> reached, Step step) {
        switch (step) {
            case Step.Reach reach -> reached.add(new Reached(reach.stage(), reach.attempt(), reach.target(), true));
            case Step.Lose lose ->
                reached.replaceAll(once -> once.stage().equals(lose.stage()) && once.attempt() == lose.attempt()
                        ? new Reached(once.stage(), once.attempt(), once.target(), false)
                        : once);
        }
    }

    private static long holding(List<Reached> reached, String stage) {
        return reached.stream()
                .filter(once -> once.stage().equals(stage) && once.holds())
                .count();
    }

    @Provide
    Arbitrary<Set<LocalDate>> days() {
        return Arbitraries.integers().between(0, 40).map(DAY::plusDays).set().ofMaxSize(30);
    }
}

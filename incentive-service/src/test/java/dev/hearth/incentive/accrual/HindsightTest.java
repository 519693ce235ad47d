package dev.hearth.incentive.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HindsightTest {
    private static final LocalDate DAY = LocalDate.parse("2026-02-17");

    @Test
    void isFullOnceItKeepsMoreThanItMayTheDaysOfAStreakIncluded() {
        Rule streak = new Rule(
                "streak",
                1,
                new Trigger(Set.of("message.posted"), new Span(null, null), List.of(), null),
                Pay.of("points", new Rate.Fixed(2)),
                List.of(Cap.ofRule("streak", Cap.Unit.POINTS, 10, Cap.Scope.MEMBER, Cap.Window.TOTAL)),
                new Pace(null, new Pace.Streak(2, 0)),
                Stacking.FREE);
        // Two events counted, one of them paid; one cap; one member's progress with two days.
        Hindsight hindsight = new Hindsight(new RuleBook(List.of(streak)), (community, member) -> true, 7);

        assertThat(paid(hindsight, 0)).isZero();
        assertThat(paid(hindsight, 1)).isEqualTo(2);
        assertThat(hindsight.isFull()).isFalse();

        assertThat(paid(hindsight, 1)).as("it came before").isZero();
        assertThat(hindsight.isFull()).isFalse();
        assertThat(paid(hindsight, 2)).isZero();
        assertThat(hindsight.isFull()).isTrue();
    }

    private static long paid(Hindsight hindsight, int day) {
        Occurrence occurrence = new Occurrence(
                "acme",
                "e" + day,
                "message.posted",
                "ada",
                DAY.plusDays(day).atStartOfDay().toInstant(ZoneOffset.UTC),
                DAY.plusDays(day));
        return hindsight.settle(hindsight.claims(List.of(occurrence)), Map.of(), Map.of()).awards().stream()
                .mapToLong(Award::points)
                .sum();
    }
}

package dev.hearth.incentive.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-02-17");
    private static final Instant NOON = Instant.parse("2026-02-17T12:00:00Z");

    @Test
    void cutsTheLastAwardToWhatTheCapLeaves() {
        Rule rule = rule(7, List.of(Cap.ofRule("r", Cap.Unit.POINTS, 20)), null, null);

        assertThat(points(rule, Map.of(), 1, 2, 3, 4)).containsExactly(7L, 7L, 6L);
    }

    @Test
    void goesOnFromWhatHasCountedBefore() {
        Rule rule = rule(7, List.of(Cap.ofRule("r", Cap.Unit.POINTS, 20)), null, null);
        UsageKey key = new UsageKey("acme", "ada", DAY, "rule/r");

        assertThat(points(rule, Map.of(key, new Usage(18, 3)), 1, 2)).containsExactly(2L);
    }

    @Test
    void givesNothingWhereALoweredCapIsBelowWhatHasCounted() {
        Rule rule = rule(7, List.of(Cap.ofRule("r", Cap.Unit.POINTS, 20)), null, null);
        UsageKey key = new UsageKey("acme", "ada", DAY, "rule/r");

        assertThat(points(rule, Map.of(key, new Usage(30, 3)), 1)).isEmpty();
    }

    @Test
    void paysAnEventThatIsTwiceInTheBatchOnce() {
        assertThat(points(rule(7, List.of(), null, null), Map.of(), 1, 1, 1)).containsExactly(7L);
    }

    @Test
    void letsARepeatConsumeNoCap() {
        Rule rule = rule(7, List.of(Cap.ofRule("r", Cap.Unit.TIMES, 1)), null, null);
        Claims claims = Claims.of(List.of(event(1), event(2)), community -> new RuleBook(List.of(rule)));

        Settlement settlement = claims.settle(Past.of(Set.of(new ClaimKey("acme", "e1", "r")), Map.of()));

        assertThat(settlement.awards())
                .extracting(award -> award.claim().occurrence().event())
                .containsExactly("e2");
        assertThat(settlement.usages())
                .containsExactly(Map.entry(new UsageKey("acme", "ada", DAY, "rule/r"), new Usage(7, 1)));
    }

    @Test
    void asksForWhatMustBeKnownAndNoMore() {
        Rule rule =
                rule(7, List.of(Cap.ofRule("r", Cap.Unit.TIMES, 1), Cap.ofRule("r", Cap.Unit.POINTS, 9)), null, null);
        Claims claims = Claims.of(List.of(event(1), event(2)), community -> new RuleBook(List.of(rule)));

        assertThat(claims.keys()).containsExactly(new ClaimKey("acme", "e1", "r"), new ClaimKey("acme", "e2", "r"));
        assertThat(claims.usageKeys()).containsExactly(new UsageKey("acme", "ada", DAY, "rule/r"));
    }

    @Test
    void answersFromTheFirstInstantOfItsValidityAndNoMoreAtItsEnd() {
        assertThat(points(rule(7, List.of(), NOON, NOON.plusMillis(1)), Map.of(), 1))
                .containsExactly(7L);
        assertThat(points(rule(7, List.of(), NOON.minusMillis(1), NOON), Map.of(), 1))
                .isEmpty();
        assertThat(points(rule(7, List.of(), NOON.plusMillis(1), null), Map.of(), 1))
                .isEmpty();
    }

    private static List<Long> points(Rule rule, Map<UsageKey, Usage> before, int... events) {
        List<Occurrence> batch =
                IntStream.of(events).mapToObj(ClaimsTest::event).toList();
        return Claims.of(batch, community -> new RuleBook(List.of(rule)))
                .settle(Past.of(Set.of(), before))
                .awards()
                .stream()
                .map(Award::points)
                .toList();
    }

    private static Occurrence event(int number) {
        return new Occurrence("acme", "e" + number, "message.posted", "ada", NOON, DAY);
    }

    private static Rule rule(
            long amount,
            List<Cap> caps,
            @org.jspecify.annotations.Nullable Instant from,
            @org.jspecify.annotations.Nullable Instant until) {
        return new Rule("r", 1, Set.of("message.posted"), "points", amount, caps, from, until);
    }
}

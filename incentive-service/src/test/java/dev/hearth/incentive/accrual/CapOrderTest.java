package dev.hearth.incentive.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CapOrderTest {
    private static final Cap ONCE = Cap.shared("once", Cap.Unit.TIMES, 1);
    private static final Cap POINT = Cap.shared("a", Cap.Unit.POINTS, 1);
    private static final Cap OTHER_POINT = Cap.shared("b", Cap.Unit.POINTS, 1);

    @Test
    void refusesDifferentAmountsUnderOneCapInTimesSinceTheFirstToComeWins() {
        refusesWhatDependsOnTheOrder(List.of(rule("x", 5, ONCE), rule("y", 2, ONCE)));
    }

    @Test
    void refusesOverlappingCaps() {
        refusesWhatDependsOnTheOrder(
                List.of(rule("x", 1, POINT, OTHER_POINT), rule("y", 1, POINT), rule("z", 1, OTHER_POINT)));
    }

    @Test
    void refusesACapInTimesAroundACapInPoints() {
        refusesWhatDependsOnTheOrder(
                List.of(rule("x", 5, ONCE, Cap.ofRule("x", Cap.Unit.POINTS, 3)), rule("y", 5, ONCE)));
    }

    @Test
    void refusesTwoCurrenciesUnderOneCap() {
        Rule growth = new Rule("x", 1, Set.of("x"), "growth", 1, List.of(POINT), null, null);

        assertThat(CapOrder.conflict(List.of(growth, rule("y", 1, POINT)))).hasValueSatisfying(conflict -> {
            assertThat(conflict.cap()).isEqualTo("cap/a");
            assertThat(conflict.rules()).containsExactly("x", "y");
        });
    }

    @Test
    void acceptsADailyBonusAndPointsPerEventUnderOneDailyCap() {
        Cap daily = Cap.shared("daily-20", Cap.Unit.POINTS, 20);
        Rule perEvent = rule("message-points", 2, daily);
        Rule bonus = rule("daily-bonus", 5, daily, Cap.ofRule("daily-bonus", Cap.Unit.TIMES, 1));

        assertThat(CapOrder.conflict(List.of(perEvent, bonus))).isEmpty();
    }

    private static void refusesWhatDependsOnTheOrder(List<Rule> rules) {
        Set<Long> sums = new HashSet<>();
        List<List<String>> orders = new ArrayList<>();
        permute(new ArrayList<>(rules.stream().map(Rule::id).toList()), 0, orders);
        orders.forEach(order -> sums.add(sum(rules, order)));

        assertThat(sums).as("the order matters").hasSizeGreaterThan(1);
        assertThat(CapOrder.conflict(rules)).isPresent();
    }

    private static long sum(List<Rule> rules, List<String> kinds) {
        List<Occurrence> events = kinds.stream()
                .map(kind -> new Occurrence("acme", "event-" + kind, kind, "ada", Instant.EPOCH, LocalDate.EPOCH))
                .toList();
        return Claims.of(events, community -> new RuleBook(rules)).settle(Past.of(Set.of(), Map.of())).awards().stream()
                .mapToLong(Award::points)
                .sum();
    }

    private static void permute(List<String> items, int from, List<List<String>> into) {
        if (from == items.size()) {
            into.add(List.copyOf(items));
            return;
        }
        for (int i = from; i < items.size(); i++) {
            java.util.Collections.swap(items, from, i);
            permute(items, from + 1, into);
            java.util.Collections.swap(items, from, i);
        }
    }

    private static Rule rule(String id, long amount, Cap... caps) {
        return new Rule(id, 1, Set.of(id), "points", amount, List.of(caps), null, null);
    }
}

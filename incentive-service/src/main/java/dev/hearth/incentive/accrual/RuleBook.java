package dev.hearth.incentive.accrual;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules of one community that are in force. */
public final class RuleBook {
    private static final Comparator<Rule> ORDER =
            Comparator.comparingInt((Rule rule) -> -rule.stacking().priority()).thenComparing(Rule::id);

    private final Map<String, List<Rule>> byKind = new HashMap<>();

    /** @param rules of each rule the version in force */
    public RuleBook(List<Rule> rules) {
        rules.stream()
                .sorted(ORDER)
                .forEach(rule -> rule.trigger()
                        .kinds()
                        .forEach(kind -> byKind.computeIfAbsent(kind, key -> new ArrayList<>())
                                .add(rule)));
    }

    /** Where nothing is earned. */
    public static RuleBook empty() {
        return new RuleBook(List.of());
    }

    /** The rules for a kind of event, by priority, then by id. */
    List<Rule> of(String kind) {
        return byKind.getOrDefault(kind, List.of());
    }
}

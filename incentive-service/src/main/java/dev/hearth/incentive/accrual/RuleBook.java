package dev.hearth.incentive.accrual;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules of one community that were in force at one revision. */
public final class RuleBook {
    private final long revision;
    private final Map<String, List<Rule>> byKind = new HashMap<>();

    /**
     * A book of {@code rules}.
     *
     * @param revision counts every change of the community's rules and caps
     * @param rules of each rule the version in force
     */
    public RuleBook(long revision, List<Rule> rules) {
        this.revision = revision;
        rules.stream()
                .sorted(Comparator.comparing(Rule::id))
                .forEach(rule -> rule.kinds()
                        .forEach(kind -> byKind.computeIfAbsent(kind, key -> new ArrayList<>())
                                .add(rule)));
    }

    /** Where nothing is earned. */
    public static RuleBook empty() {
        return new RuleBook(0, List.of());
    }

    public long revision() {
        return revision;
    }

    /** The rules that answer an event, in the order of their ids. */
    List<Rule> answering(Occurrence occurrence) {
        return byKind.getOrDefault(occurrence.kind(), List.of()).stream()
                .filter(rule -> rule.answers(occurrence))
                .toList();
    }
}

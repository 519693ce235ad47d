package dev.hearth.incentive.accrual;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells whether caps give every member the same sum of a day in whatever order the events arrive.
 *
 * <p>They do if (1) rules under one cap pay in one currency, (2) rules under one cap in {@code TIMES} pay the same
 * amount, (3) of two caps that share a rule one holds all rules of the other, and (4) a cap in {@code TIMES} lies
 * within the caps in {@code POINTS} that it meets. Then a cap in times is one in points (limit × amount: an award is
 * cut only after a cap around it is used up), caps in points that are nested or apart bound a polymatroid, and giving
 * each claim as much as is left reaches one of its bases, which all have the same sum (Edmonds 1970). Without them the
 * order can matter: of two rules that pay 5 and 2 under a common cap of once a day, the first to come wins.
 */
public final class CapOrder {
    private CapOrder() {}

    /**
     * Two caps, or one cap and its rules, whose effect depends on the order of events.
     *
     * @param cap the cap's key
     * @param rules the ids of the rules concerned
     * @param remedy what to change
     */
    public record Conflict(String cap, List<String> rules, String remedy) {
        public Conflict {
            rules = List.copyOf(rules);
        }
    }

    private record Use(Cap cap, Set<Rule> rules) {
        boolean meets(Use other) {
            return rules.stream().anyMatch(other.rules::contains);
        }

        boolean liesWithin(Use other) {
            return other.rules.containsAll(rules);
        }

        Conflict conflict(String remedy) {
            return new Conflict(cap.key(), rules.stream().map(Rule::id).sorted().toList(), remedy);
        }
    }

    /** The first conflict among the rules of one community, if there is one. */
    public static Optional<Conflict> conflict(List<Rule> rules) {
        List<Use> uses = usesOf(rules);
        for (Use use : uses) {
            Optional<Conflict> alone = alone(use);
            if (alone.isPresent()) {
                return alone;
            }
            for (Use other : uses) {
                Optional<Conflict> between = between(use, other);
                if (between.isPresent()) {
                    return between;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Conflict> alone(Use use) {
        if (use.rules().stream().map(Rule::currency).distinct().count() > 1) {
            return Optional.of(use.conflict("give each currency a cap of its own"));
        }
        if (use.cap().unit() == Cap.Unit.TIMES
                && use.rules().stream().mapToLong(Rule::amount).distinct().count() > 1) {
            return Optional.of(
                    use.conflict(
                            "rules that share a cap in TIMES pay the same amount; use a cap in POINTS, or one cap for each rule"));
        }
        return Optional.empty();
    }

    private static Optional<Conflict> between(Use use, Use other) {
        if (!use.meets(other)) {
            return Optional.empty();
        }
        if (!use.liesWithin(other) && !other.liesWithin(use)) {
            return Optional.of(use.conflict("it overlaps with " + other.cap().key()
                    + ": of two caps that share a rule, one must hold all rules of the other"));
        }
        if (use.cap().unit() == Cap.Unit.TIMES && other.cap().unit() == Cap.Unit.POINTS && !use.liesWithin(other)) {
            return Optional.of(use.conflict(
                    "the cap in POINTS " + other.cap().key() + " must hold all rules of this cap in TIMES, or none"));
        }
        return Optional.empty();
    }

    private static List<Use> usesOf(List<Rule> rules) {
        TreeMap<String, Use> uses = new TreeMap<>();
        for (Rule rule : rules) {
            for (Cap cap : rule.caps()) {
                uses.computeIfAbsent(cap.key() + " " + cap.unit(), key -> new Use(cap, new HashSet<>()))
                        .rules()
                        .add(rule);
            }
        }
        return new ArrayList<>(uses.values());
    }
}

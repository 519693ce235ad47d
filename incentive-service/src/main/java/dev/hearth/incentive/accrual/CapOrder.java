package dev.hearth.incentive.accrual;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells whether what is earned depends on the order in which events arrive.
 *
 * <p>It does not if (1) rules under one cap pay in one currency, (2) rules under one cap in {@code TIMES} pay the same
 * fixed amount, (3) of two caps that share a rule one lies within the other: its rules are among the other's, its scope
 * and its window refine the other's, and (4) a cap in {@code TIMES} lies within the caps in {@code POINTS} that it
 * meets. Then a cap in times is one in points (limit × amount: an award is cut only after a cap around it is used up),
 * caps in points that are nested or apart bound a polymatroid, whatever each claim is worth, and giving each claim as
 * much as is left reaches one of its bases, which all have the same sum (Edmonds 1970). Where all caps count by member,
 * that is the sum of each member; where one counts by group, rule or community, it is the sum of all whom it holds, and
 * who gets it is who comes first. Debits are neither limited nor counted, so they change nothing.
 *
 * <p>Where it does, {@link #conflict} is what is refused, because another cap says the same without it: of two rules
 * that pay 5 and 2 under a common cap of once a day, the first to come would win. {@link #reasons} is what operators
 * may mean, and are told.
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

        boolean countsLike(Use other) {
            return cap.scope() == other.cap.scope() && cap.window() == other.cap.window();
        }

        boolean hasItsRulesIn(Use other) {
            return other.rules.containsAll(rules);
        }

        boolean liesWithin(Use other) {
            return hasItsRulesIn(other)
                    && cap.scope().refines(other.cap.scope())
                    && cap.window().refines(other.cap.window());
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

    /**
     * Why what {@code rule} pays depends on the order in which events arrive, for people; empty if it does not.
     *
     * @param all the rules of the community, {@code rule} among them
     */
    public static List<String> reasons(Rule rule, List<Rule> all) {
        Set<String> reasons = new TreeSet<>(arrival(rule, all));
        if (rule.pay().looksAtTiers()) {
            reasons.add("it multiplies by the tier that a member has when the event arrives");
        }
        return List.copyOf(reasons);
    }

    /** Of these, what comes from the order of the events themselves, with everybody's tier as it is. */
    static Set<String> arrival(Rule rule, List<Rule> all) {
        Set<String> reasons = new TreeSet<>();
        if (rule.pace().remembers()) {
            reasons.add("its pace counts events as they arrive");
        }
        if (rule.stacking().exclusive() != null) {
            reasons.add("of its exclusive group, the first rule that caps and budgets leave something pays");
        }
        if (rule.pay().budget() != null) {
            reasons.add("its budget pays who comes first");
        }
        List<Use> uses = usesOf(all);
        uses.stream().filter(use -> use.rules().contains(rule)).forEach(use -> collect(use, uses, reasons));
        return reasons;
    }

    private static void collect(Use use, List<Use> uses, Set<String> reasons) {
        Cap cap = use.cap();
        if (cap.unit() == Cap.Unit.TIMES && use.rules().stream().anyMatch(one -> !isFixed(one))) {
            reasons.add("the cap in TIMES " + cap.key() + " lets the first events through, whatever they are worth");
        }
        if (cap.scope() != Cap.Scope.MEMBER) {
            reasons.add("the cap " + cap.key() + " of the " + cap.scope() + " goes to who comes first");
        }
        for (Use other : uses) {
            boolean crossing = use.meets(other) && !use.liesWithin(other) && !other.liesWithin(use);
            boolean around = use.meets(other)
                    && cap.unit() == Cap.Unit.TIMES
                    && other.cap().unit() == Cap.Unit.POINTS
                    && !use.liesWithin(other);
            if (crossing || around) {
                reasons.add("the caps " + cap.key() + " and " + other.cap().key()
                        + " count over sets of events that overlap");
            }
        }
    }

    private static Optional<Conflict> alone(Use use) {
        if (use.rules().stream().map(Rule::currency).distinct().count() > 1) {
            return Optional.of(use.conflict("give each currency a cap of its own"));
        }
        if (use.cap().unit() == Cap.Unit.TIMES
                && use.rules().stream()
                                .filter(CapOrder::isFixed)
                                .map(rule -> rule.pay().rate())
                                .distinct()
                                .count()
                        > 1) {
            return Optional.of(
                    use.conflict(
                            "rules that share a cap in TIMES pay the same amount; use a cap in POINTS, or one cap for each rule"));
        }
        return Optional.empty();
    }

    private static Optional<Conflict> between(Use use, Use other) {
        if (!use.meets(other) || !use.countsLike(other)) {
            return Optional.empty();
        }
        if (!use.hasItsRulesIn(other) && !other.hasItsRulesIn(use)) {
            return Optional.of(use.conflict("it overlaps with " + other.cap().key()
                    + ": of two caps that share a rule, one must hold all rules of the other"));
        }
        if (use.cap().unit() == Cap.Unit.TIMES && other.cap().unit() == Cap.Unit.POINTS && !use.hasItsRulesIn(other)) {
            return Optional.of(use.conflict(
                    "the cap in POINTS " + other.cap().key() + " must hold all rules of this cap in TIMES, or none"));
        }
        return Optional.empty();
    }

    /** What a rule credits is the same for each event, and to one member. */
    private static boolean isFixed(Rule rule) {
        return rule.pay().rate() instanceof Rate.Fixed
                && rule.pay().shares().size() == 1
                && !rule.pay().looksAtTiers();
    }

    private static boolean debits(Rule rule) {
        return rule.pay().rate() instanceof Rate.Fixed(long points) && points < 0;
    }

    private static List<Use> usesOf(List<Rule> rules) {
        TreeMap<String, Use> uses = new TreeMap<>();
        for (Rule rule : rules) {
            if (!debits(rule)) {
                for (Cap cap : rule.caps()) {
                    uses.computeIfAbsent(cap.countedAs(rule) + " " + cap.unit(), key -> new Use(cap, new HashSet<>()))
                            .rules()
                            .add(rule);
                }
            }
        }
        return new ArrayList<>(uses.values());
    }
}

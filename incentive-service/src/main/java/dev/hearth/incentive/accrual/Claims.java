package dev.hearth.incentive.accrual;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * The claims of a batch of events: first they tell what must be known of the past, then they are settled with it.
 *
 * <p>How the events are divided into batches never matters. Nor does their order, for what a member gets in a window,
 * if {@link CapOrder} finds nothing; which of the events get it may.
 */
public final class Claims {
    private final Map<ClaimKey, Claim> claims = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private Claims() {}

    /** The claims of events that anybody may earn by. */
    public static Claims of(List<Occurrence> occurrences, Function<String, RuleBook> books) {
        return of(occurrences, books, (community, member) -> true);
    }

    /**
     * The claims of events, each event counted once however often it is in the batch.
     *
     * @param earns whether a member of a community may earn or lose at all
     */
    public static Claims of(
            List<Occurrence> occurrences, Function<String, RuleBook> books, BiPredicate<String, String> earns) {
        Claims claims = new Claims();
        for (Occurrence occurrence : occurrences) {
            for (Rule rule : books.apply(occurrence.community()).of(occurrence.kind())) {
                if (rule.trigger().isWithin(occurrence)) {
                    claims.answer(occurrence, rule, earns);
                }
            }
        }
        return claims;
    }

    private void answer(Occurrence occurrence, Rule rule, BiPredicate<String, String> earns) {
        switch (rule.trigger().answers(occurrence)) {
            case Reading.Fault(String cause) -> faults.add(new Fault(occurrence, rule, cause));
            case Reading.Value(long holds) when holds == 0 -> {}
            case Reading.Value _ -> {
                switch (rule.pay().rate().of(occurrence)) {
                    case Reading.Fault(String cause) -> faults.add(new Fault(occurrence, rule, cause));
                    case Reading.Value(long base) -> {
                        Claim claim = Claim.of(occurrence, rule, base, earns);
                        if (!claim.parts().isEmpty()) {
                            claims.putIfAbsent(claim.key(), claim);
                        }
                    }
                }
            }
        }
    }

    public boolean isEmpty() {
        return claims.isEmpty();
    }

    /** The rules that an event could not be evaluated for. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** What must be looked up: whether it was paid before. */
    public Set<ClaimKey> keys() {
        return claims.keySet();
    }

    /** What must be looked up: the counts of the caps that limit these claims. */
    public Set<UsageKey> usageKeys() {
        Set<UsageKey> keys = new LinkedHashSet<>();
        for (Claim claim : claims.values()) {
            for (Cap cap : claim.rule().caps()) {
                for (Claim.Part part : claim.parts()) {
                    if (part.points() > 0) {
                        keys.add(claim.usageKey(part, cap));
                    }
                }
            }
        }
        return keys;
    }

    /** What must be looked up: whether a rule with a {@link Pace} counted the event before. */
    public Set<ClaimKey> matchKeys() {
        Set<ClaimKey> keys = new LinkedHashSet<>();
        claims.forEach((key, claim) -> {
            if (claim.rule().pace().remembers()) {
                keys.add(key);
            }
        });
        return keys;
    }

    /** What must be looked up: how far members are with such rules. */
    public Set<ProgressKey> progressKeys() {
        Set<ProgressKey> keys = new LinkedHashSet<>();
        for (Claim claim : claims.values()) {
            if (claim.rule().pace().remembers()) {
                keys.add(claim.progressKey());
            }
        }
        return keys;
    }

    /** What must be looked up: the tiers of these members. */
    public Set<MemberKey> tiered() {
        Set<MemberKey> members = new HashSet<>();
        for (Claim claim : claims.values()) {
            if (claim.rule().pay().looksAtTiers()) {
                claim.parts()
                        .forEach(part ->
                                members.add(new MemberKey(claim.occurrence().community(), part.member())));
            }
        }
        return members;
    }

    /** What must be drawn: how much each budget pays at most. */
    public Map<BudgetKey, Long> wanted() {
        Map<BudgetKey, Long> wanted = new LinkedHashMap<>();
        for (Claim claim : claims.values()) {
            String budget = claim.rule().pay().budget();
            if (budget != null) {
                BudgetKey key = new BudgetKey(
                        claim.occurrence().community(), budget, claim.rule().currency());
                claim.parts().forEach(part -> wanted.merge(key, most(claim, part), Long::sum));
            }
        }
        return wanted;
    }

    private static long most(Claim claim, Claim.Part part) {
        return part.points() < 0
                ? 0
                : Math.ceilDiv(part.points() * claim.rule().pay().mostPermille(), 1_000);
    }

    /** Settles the claims in their order. */
    public Settlement settle(Past past) {
        Settling settling = new Settling(past);
        claims.values().forEach(settling::remember);
        claims.values().forEach(settling::settle);
        return settling.done();
    }
}

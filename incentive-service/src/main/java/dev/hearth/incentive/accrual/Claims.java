package dev.hearth.incentive.accrual;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The claims of a batch of events: first they tell what must be known of the past, then they are settled with it.
 *
 * <p>What a member gets for a day does not depend on the order of its events, if the rules' caps passed
 * {@link CapOrder}; which of the events get it does.
 */
public final class Claims {
    private final Map<ClaimKey, Claim> claims = new LinkedHashMap<>();

    private Claims() {}

    /** The claims of events, each event counted once however often it is in the batch. */
    public static Claims of(List<Occurrence> occurrences, Function<String, RuleBook> books) {
        Claims claims = new Claims();
        for (Occurrence occurrence : occurrences) {
            for (Rule rule : books.apply(occurrence.community()).answering(occurrence)) {
                Claim claim = new Claim(occurrence, rule);
                claims.claims.putIfAbsent(claim.key(), claim);
            }
        }
        return claims;
    }

    public boolean isEmpty() {
        return claims.isEmpty();
    }

    /** What must be looked up: whether it was paid before. */
    public Set<ClaimKey> keys() {
        return claims.keySet();
    }

    /** What must be looked up: the counts of the caps that limit these claims. */
    public Set<UsageKey> usageKeys() {
        Set<UsageKey> keys = new LinkedHashSet<>();
        claims.values()
                .forEach(claim -> claim.rule().caps().forEach(cap -> keys.add(UsageKey.of(claim.occurrence(), cap))));
        return keys;
    }

    /**
     * Settles the claims in their order.
     *
     * @param paid those that were paid before: they get nothing and count towards no cap
     * @param before the counts so far; one that is absent is zero
     */
    public Settlement settle(Collection<ClaimKey> paid, Map<UsageKey, Usage> before) {
        Map<UsageKey, Usage> changed = new HashMap<>();
        Function<UsageKey, Usage> now = key -> changed.getOrDefault(key, before.getOrDefault(key, Usage.NONE));
        List<Award> awards = new ArrayList<>();
        claims.forEach((key, claim) -> {
            long points = paid.contains(key) ? 0 : allowed(claim, now);
            if (points > 0) {
                awards.add(new Award(claim, points));
                touched(claim)
                        .forEach(usage -> changed.put(usage, now.apply(usage).plus(points)));
            }
        });
        return new Settlement(awards, changed);
    }

    private static long allowed(Claim claim, Function<UsageKey, Usage> usages) {
        long points = claim.rule().amount();
        for (Cap cap : claim.rule().caps()) {
            points = cap.allow(points, usages.apply(UsageKey.of(claim.occurrence(), cap)));
        }
        return points;
    }

    /** Two caps with one key (a rule's own in points and in times) share one count, counted once. */
    private static Set<UsageKey> touched(Claim claim) {
        Set<UsageKey> keys = new LinkedHashSet<>();
        claim.rule().caps().forEach(cap -> keys.add(UsageKey.of(claim.occurrence(), cap)));
        return keys;
    }
}

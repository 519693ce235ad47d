package dev.hearth.incentive.accrual;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * What one community's rules would have paid had they been in force from the start: a past that begins empty and is
 * kept in memory, for one thread.
 */
public final class Hindsight {
    private final RuleBook book;
    private final BiPredicate<String, String> earns;
    private final int most;
    private final Set<ClaimKey> paid = new HashSet<>();
    private final Set<ClaimKey> matched = new HashSet<>();
    private final Map<UsageKey, Usage> usages = new HashMap<>();
    private final Map<ProgressKey, Progress> progress = new HashMap<>();
    private long days;

    /**
     * @param earns whether a member of a community may earn or lose at all
     * @param most facts that are kept at most, so that memory is bounded: events paid, events counted, caps' counts,
     *     members' progress and the days in it together
     */
    public Hindsight(RuleBook book, BiPredicate<String, String> earns, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("most is " + most + ", must be at least 1");
        }
        this.book = book;
        this.earns = earns;
        this.most = most;
    }

    /**
     * The claims of the next events; to be settled by {@link #settle} before the next are asked for.
     *
     * @param occurrences of one community
     */
    public Claims claims(List<Occurrence> occurrences) {
        return Claims.of(occurrences, community -> book, earns);
    }

    /**
     * Settles claims with what was settled before, and keeps what came of it.
     *
     * @param tiers of the members that {@link Claims#tiered} names
     * @param funds what budgets have at hand now
     */
    public Settlement settle(Claims claims, Map<MemberKey, Rank> tiers, Map<BudgetKey, Fund> funds) {
        Settlement settled = claims.settle(new Past(
                known(claims.keys(), paid),
                known(claims.matchKeys(), matched),
                only(claims.usageKeys(), usages),
                only(claims.progressKeys(), progress),
                tiers,
                funds));
        settled.awards().forEach(award -> paid.add(award.claim().key()));
        matched.addAll(settled.matched());
        usages.putAll(settled.usages());
        settled.progress().forEach(this::keep);
        return settled;
    }

    /** Whether more is kept than may be: then the answer would need more memory than there is for it. */
    public boolean isFull() {
        return days + paid.size() + matched.size() + usages.size() + progress.size() > most;
    }

    private void keep(ProgressKey key, Progress now) {
        Progress before = progress.put(key, now);
        days += now.days().size() - (before == null ? 0 : before.days().size());
    }

    private static Set<ClaimKey> known(Collection<ClaimKey> asked, Set<ClaimKey> all) {
        return asked.stream().filter(all::contains).collect(Collectors.toSet());
    }

    private static <K, V> Map<K, V> only(Set<K> asked, Map<K, V> all) {
        Map<K, V> found = new HashMap<>();
        for (K key : asked) {
            V value = all.get(key);
            if (value != null) {
                found.put(key, value);
            }
        }
        return found;
    }
}

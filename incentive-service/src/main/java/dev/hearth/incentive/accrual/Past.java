package dev.hearth.incentive.accrual;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * What claims must know to be settled.
 *
 * @param paid those that were paid before: they get nothing and count towards nothing
 * @param matched those that a rule with a {@link Pace} has counted before, paid or not
 * @param usages the counts of caps so far; one that is absent is zero
 * @param progress how far members are with such rules; one that is absent is at the beginning
 * @param tiers the tiers of members; one that is absent has none
 * @param funds what budgets have at hand; one that is absent has nothing
 */
public record Past(
        Set<ClaimKey> paid,
        Set<ClaimKey> matched,
        Map<UsageKey, Usage> usages,
        Map<ProgressKey, Progress> progress,
        Map<MemberKey, Rank> tiers,
        Map<BudgetKey, Fund> funds) {
    /** For rules that know nothing but caps. */
    public static Past of(Collection<ClaimKey> paid, Map<UsageKey, Usage> usages) {
        return new Past(Set.copyOf(paid), Set.of(), usages, Map.of(), Map.of(), Map.of());
    }
}

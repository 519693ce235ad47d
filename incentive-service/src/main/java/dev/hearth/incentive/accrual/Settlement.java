package dev.hearth.incentive.accrual;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a batch of events earns.
 *
 * @param awards what is paid, in the order of the events
 * @param refused what a budget did not pay
 * @param usages the counts that changed, as they are now
 * @param progress the progress that changed, as it is now
 * @param matched what rules with a {@link Pace} have counted now, paid or not
 * @param drawn what was taken from budgets
 */
public record Settlement(
        List<Award> awards,
        List<Refusal> refused,
        Map<UsageKey, Usage> usages,
        Map<ProgressKey, Progress> progress,
        Set<ClaimKey> matched,
        Map<BudgetKey, Long> drawn) {
    public Settlement {
        awards = List.copyOf(awards);
        refused = List.copyOf(refused);
        usages = Map.copyOf(usages);
        progress = Map.copyOf(progress);
        matched = Set.copyOf(matched);
        drawn = Map.copyOf(drawn);
    }
}

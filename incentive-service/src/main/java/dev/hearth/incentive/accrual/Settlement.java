package dev.hearth.incentive.accrual;

import java.util.List;
import java.util.Map;

/**
 * What a batch of events earns.
 *
 * @param awards what is paid, in the order of the events
 * @param usages the counts that changed, as they are now
 */
public record Settlement(List<Award> awards, Map<UsageKey, Usage> usages) {
    public Settlement {
        awards = List.copyOf(awards);
        usages = Map.copyOf(usages);
    }
}

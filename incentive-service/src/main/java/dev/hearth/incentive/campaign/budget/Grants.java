package dev.hearth.incentive.campaign.budget;

import java.util.Map;

/**
 * What a drawer may have.
 *
 * @param points by budget, as far as they were asked for; 0 where the budget is exhausted
 * @param transfers what moved to make it available: to be drafted in the books, whether it is drawn or not
 */
public record Grants(Map<BudgetId, Long> points, Transfers transfers) {
    /** Nothing was asked for. */
    public static final Grants NONE = new Grants(Map.of(), Transfers.NONE);

    public Grants {
        points = Map.copyOf(points);
    }

    /** The most that may be drawn of a budget. */
    public long of(BudgetId budget) {
        return points.getOrDefault(budget, 0L);
    }
}

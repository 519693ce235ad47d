package dev.hearth.incentive.campaign.budget;

import dev.hearth.incentive.ledger.Amount;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a drawer wants, of budgets that had something left when they were read.
 *
 * @param slice the drawer's own slice
 * @param asked all that it wants, by budget
 * @param left what each slice of those budgets had that are worth asking, unlocked
 */
record Demand(int slice, Map<BudgetId, Long> asked, SortedMap<BudgetId, SortedMap<Integer, Long>> left) {
    static Demand of(int slice, Map<CampaignId, OpenCampaign> read, Map<BudgetId, Long> asked) {
        SortedMap<BudgetId, SortedMap<Integer, Long>> left = new TreeMap<>();
        asked.forEach((budget, points) -> {
            OpenCampaign campaign = read.get(budget.campaign());
            if (points > 0 && campaign != null && campaign.left(budget.currency()) > 0) {
                left.put(budget, campaign.slices().getOrDefault(budget.currency(), new TreeMap<>()));
            }
        });
        return new Demand(slice, Map.copyOf(asked), left);
    }

    boolean isVain() {
        return left.isEmpty();
    }

    long wanted(BudgetId budget) {
        return Math.min(asked.getOrDefault(budget, 0L), Amount.MAX);
    }

    /** Its own slices that are not there yet. */
    SortedSet<SliceKey> missing() {
        SortedSet<SliceKey> missing = new TreeSet<>();
        left.forEach((budget, slices) -> {
            if (!slices.containsKey(slice)) {
                missing.add(new SliceKey(budget, slice));
            }
        });
        return missing;
    }

    /** All slices that must be locked. */
    SortedSet<SliceKey> touched() {
        SortedSet<SliceKey> touched = new TreeSet<>();
        left.forEach((budget, slices) ->
                Escrow.touched(slice, wanted(budget), slices).forEach(one -> touched.add(new SliceKey(budget, one))));
        return touched;
    }

    /** What each budget that was asked for gives. */
    Map<BudgetId, Long> granted(Map<BudgetId, Long> own) {
        Map<BudgetId, Long> granted = new HashMap<>();
        asked.keySet().forEach(budget -> granted.put(budget, Math.min(wanted(budget), own.getOrDefault(budget, 0L))));
        return granted;
    }
}

package dev.hearth.incentive.campaign.budget;

import java.util.Comparator;

/** One slice of a budget. The order is that in which slices are locked, by everybody. */
record SliceKey(BudgetId budget, int slice) implements Comparable<SliceKey> {
    private static final Comparator<SliceKey> ORDER =
            Comparator.comparing(SliceKey::budget).thenComparingInt(SliceKey::slice);

    @Override
    public int compareTo(SliceKey other) {
        return ORDER.compare(this, other);
    }
}

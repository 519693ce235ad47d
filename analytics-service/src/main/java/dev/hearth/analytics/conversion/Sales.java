package dev.hearth.analytics.conversion;

import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Mask;
import dev.hearth.analytics.activity.Selection;
import dev.hearth.analytics.activity.Window;
import dev.hearth.contract.engagement.StandardEventKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * What was bought in each of some windows, as far as one partition knows. Partitions have no members in common, so what
 * they know adds up.
 *
 * @param windows for each window
 * @param intervals from a member's purchase to its next one, in milliseconds, where the later one lies in a window
 */
record Sales(List<Sale> windows, List<Long> intervals) {
    private static final String PURCHASE = StandardEventKind.PURCHASE_MADE.id();
    private static final String REFUND = StandardEventKind.PURCHASE_REFUNDED.id();

    /**
     * @param selection in which group, by whom; its kinds are not asked
     * @param windows in order of time, without overlap
     */
    static Sales of(CommunityActivity activity, Selection selection, List<Window> windows) {
        List<Till> tills = windows.stream()
                .map(window -> new Till(window.days(), active(activity, selection, window)))
                .toList();
        List<Long> intervals = fill(tills, activity, selection);
        return new Sales(tills.stream().map(Till::sale).toList(), intervals);
    }

    /** Who is counted in a window. A set of the caller's own. */
    static RoaringBitmap members(CommunityActivity activity, Selection selection, Window window, Buyer buyer) {
        Till till = new Till(window.days(), active(activity, selection, window));
        var _ = fill(List.of(till), activity, selection);
        return switch (buyer) {
            case ACTIVE -> till.active;
            case BUYER -> till.buyers;
            case REPEAT_BUYER -> till.repeatBuyers;
            case ACTIVE_ONLY -> RoaringBitmap.andNot(till.active, till.buyers);
        };
    }

    /** Answers the time between purchases of a member, where the later one is in a till. */
    private static List<Long> fill(List<Till> tills, CommunityActivity activity, Selection selection) {
        List<Long> intervals = new ArrayList<>();
        List<Purchase> purchases = new ArrayList<>();
        collect(activity, selection, purchases, tills);
        purchases.sort(Comparator.comparingInt(Purchase::ordinal).thenComparingLong(Purchase::at));
        for (int i = 0; i < purchases.size(); i++) {
            Purchase purchase = purchases.get(i);
            boolean again = i > 0 && purchases.get(i - 1).ordinal() == purchase.ordinal();
            Till till = till(tills, purchase.day());
            if (till != null) {
                till.take(purchase, again);
                if (again) {
                    intervals.add(purchase.at() - purchases.get(i - 1).at());
                }
            }
        }
        return intervals;
    }

    static Sales none(int windows) {
        return new Sales(
                IntStream.range(0, windows).mapToObj(window -> Sale.NONE).toList(), List.of());
    }

    Sales plus(Sales other) {
        List<Long> both = new ArrayList<>(intervals);
        both.addAll(other.intervals);
        return new Sales(
                IntStream.range(0, windows.size())
                        .mapToObj(i -> windows.get(i).plus(other.windows.get(i)))
                        .toList(),
                both);
    }

    private static void collect(
            CommunityActivity activity, Selection selection, List<Purchase> purchases, List<Till> tills) {
        boolean[] bought = activity.placesOf(selection.withKinds(Set.of(PURCHASE)));
        boolean[] refunded = activity.placesOf(selection.withKinds(Set.of(REFUND)));
        Mask mask = activity.mask(selection.audience());
        activity.rows().from(0, row -> {
            if (bought[row.place()] && mask.has(row.ordinal())) {
                purchases.add(new Purchase(row.ordinal(), row.day(), row.at(), row.amount()));
            } else if (refunded[row.place()] && mask.has(row.ordinal())) {
                Till till = till(tills, row.day());
                if (till != null) {
                    till.giveBack(row.amount());
                }
            }
        });
    }

    private static RoaringBitmap active(CommunityActivity activity, Selection selection, Window window) {
        return activity.members(selection.withKinds(Set.of()), window.days());
    }

    private static @Nullable Till till(List<Till> tills, int day) {
        int low = 0;
        int high = tills.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            DaySpan days = tills.get(middle).days;
            if (day < days.firstEpochDay()) {
                high = middle - 1;
            } else if (day > days.lastEpochDay()) {
                low = middle + 1;
            } else {
                return tills.get(middle);
            }
        }
        return null;
    }

    private record Purchase(int ordinal, int day, long at, long amount) {}

    /** Adds up what is bought in one window. */
    private static final class Till {
        private final DaySpan days;
        private final RoaringBitmap active;
        private final RoaringBitmap buyers = new RoaringBitmap();
        private final RoaringBitmap repeatBuyers = new RoaringBitmap();
        private long orders;
        private long gross;
        private long refunds;
        private long refunded;

        Till(DaySpan days, RoaringBitmap active) {
            this.days = days;
            this.active = active;
        }

        void take(Purchase purchase, boolean again) {
            buyers.add(purchase.ordinal());
            if (again) {
                repeatBuyers.add(purchase.ordinal());
            }
            orders++;
            gross = Math.addExact(gross, purchase.amount());
        }

        void giveBack(long amount) {
            refunds++;
            refunded = Math.addExact(refunded, amount);
        }

        Sale sale() {
            return new Sale(
                    active.getLongCardinality(),
                    buyers.getLongCardinality(),
                    repeatBuyers.getLongCardinality(),
                    orders,
                    gross,
                    refunds,
                    refunded);
        }
    }
}

package dev.hearth.incentive.redpacket;

import dev.hearth.incentive.chance.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** How points are divided into shares: each is at least 1, together they are the total, to the unit. */
enum Split {
    /** As equal as whole points can be: the remainder of the division goes by single points to the first shares. */
    EQUAL {
        @Override
        List<Long> divide(long total, int shares, Chance chance) {
            check(total, shares);
            List<Long> parts = new ArrayList<>(shares);
            for (int i = 0; i < shares; i++) {
                parts.add(total / shares + (i < total % shares ? 1 : 0));
            }
            return parts;
        }
    },
    /**
     * By chance. The points stand in a row; of the {@code total - 1} gaps between them {@code shares - 1} different
     * ones are cut, each set of gaps as likely as any other (Floyd's sampling: Bentley and Floyd, "A sample of
     * brilliance", 1987). So every division into shares of at least 1 is equally likely, no place in the row is better
     * than another, and each share is expected to be total ÷ shares, whenever it is claimed.
     */
    RANDOM {
        @Override
        List<Long> divide(long total, int shares, Chance chance) {
            check(total, shares);
            TreeSet<Long> cuts = new TreeSet<>();
            for (long gap = total - shares + 1; gap < total; gap++) {
                if (!cuts.add(1 + chance.below(gap))) {
                    cuts.add(gap);
                }
            }
            cuts.add(total);
            List<Long> parts = new ArrayList<>(shares);
            long before = 0;
            for (long cut : cuts) {
                parts.add(cut - before);
                before = cut;
            }
            return parts;
        }
    };

    /**
     * The shares.
     *
     * @param total at least as many points as shares
     * @param shares 1 or more
     * @param chance used by {@link #RANDOM} only
     */
    abstract List<Long> divide(long total, int shares, Chance chance);

    private static void check(long total, int shares) {
        if (shares < 1 || total < shares) {
            throw new IllegalArgumentException(total + " points cannot be " + shares + " shares of at least 1");
        }
    }
}

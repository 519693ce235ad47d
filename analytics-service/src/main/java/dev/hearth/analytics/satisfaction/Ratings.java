package dev.hearth.analytics.satisfaction;

import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Mask;
import dev.hearth.analytics.activity.Rows;
import dev.hearth.analytics.activity.Selection;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * How often each rating was given. Of several by one member the last in the window counts.
 *
 * @param counts from the lowest rating of the scale to the highest
 * @param outside members whose last rating is none of the scale
 * @param asked members who were asked; 0 where nobody tells
 */
record Ratings(List<Long> counts, long outside, long asked) {

    /**
     * @param selection in which group, by whom, by acts of which kinds
     * @param target the hash of what is rated, or null for all
     * @param askedKinds acts that tell that a member was asked; empty if none do
     */
    static Ratings of(
            CommunityActivity activity,
            Selection selection,
            Scale scale,
            @Nullable Long target,
            Set<String> askedKinds,
            DaySpan days) {
        boolean[] rated = activity.placesOf(selection);
        Mask mask = activity.mask(selection.audience());
        long[] last = new long[activity.members()];
        long[] when = new long[activity.members()];
        Arrays.fill(last, Rows.NO_VALUE);
        activity.rows().within(days.firstEpochDay(), days.lastEpochDay(), row -> {
            if (rated[row.place()]
                    && row.hasValue()
                    && mask.has(row.ordinal())
                    && (target == null || target == row.target())
                    && isLater(row, last, when)) {
                last[row.ordinal()] = row.value();
                when[row.ordinal()] = row.at();
            }
        });
        return counted(scale, last, asked(activity, selection, askedKinds, days));
    }

    static Ratings none(Scale scale) {
        return new Ratings(Collections.nCopies(scale.length(), 0L), 0, 0);
    }

    Ratings plus(Ratings other) {
        Long[] sums = new Long[counts.size()];
        Arrays.setAll(sums, i -> counts.get(i) + other.counts.get(i));
        return new Ratings(List.of(sums), outside + other.outside, asked + other.asked);
    }

    /** Of two at the same time the higher, so that the order in which they are heard of does not matter. */
    private static boolean isLater(Rows.Row row, long[] last, long[] when) {
        int ordinal = row.ordinal();
        return last[ordinal] == Rows.NO_VALUE
                || row.at() > when[ordinal]
                || (row.at() == when[ordinal] && row.value() > last[ordinal]);
    }

    private static Ratings counted(Scale scale, long[] last, long asked) {
        long[] counts = new long[scale.length()];
        long outside = 0;
        for (long rating : last) {
            if (rating != Rows.NO_VALUE) {
                if (scale.has(rating)) {
                    counts[(int) rating - scale.lowest()]++;
                } else {
                    outside++;
                }
            }
        }
        return new Ratings(Arrays.stream(counts).boxed().toList(), outside, asked);
    }

    private static long asked(CommunityActivity activity, Selection selection, Set<String> askedKinds, DaySpan days) {
        if (askedKinds.isEmpty()) {
            return 0;
        }
        var on = activity.days(selection.withKinds(askedKinds));
        RoaringBitmap asked = new RoaringBitmap();
        for (int day = days.firstEpochDay(); day <= days.lastEpochDay(); day++) {
            RoaringBitmap more = on.apply(day);
            if (more != null) {
                asked.or(more);
            }
        }
        return asked.getLongCardinality();
    }
}

package dev.hearth.analytics.satisfaction;

import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Mask;
import dev.hearth.analytics.activity.Rows;
import dev.hearth.analytics.activity.Selection;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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

    static Ratings of(CommunityActivity activity, Survey survey, DaySpan days) {
        Scale scale = survey.scale();
        long[] counts = new long[scale.length()];
        long outside = 0;
        for (long rating : last(activity, survey, days)) {
            if (rating != Rows.NO_VALUE) {
                if (scale.has(rating)) {
                    counts[(int) rating - scale.lowest()]++;
                } else {
                    outside++;
                }
            }
        }
        return new Ratings(
                Arrays.stream(counts).boxed().toList(),
                outside,
                asked(activity, survey, days).getLongCardinality());
    }

    /**
     * Who answered so. A set of the caller's own.
     *
     * @param rating exactly this one; null for any
     */
    static RoaringBitmap members(
            CommunityActivity activity, Survey survey, DaySpan days, Response response, @Nullable Integer rating) {
        long[] last = last(activity, survey, days);
        return switch (response) {
            case ASKED -> asked(activity, survey, days);
            case NOT_ANSWERED ->
                RoaringBitmap.andNot(asked(activity, survey, days), whose(last, Response.ANSWERED, survey, null));
            case ANSWERED, GOOD, NEUTRAL, BAD, OUTSIDE_SCALE -> whose(last, response, survey, rating);
        };
    }

    private static RoaringBitmap whose(long[] last, Response response, Survey survey, @Nullable Integer rating) {
        RoaringBitmap members = new RoaringBitmap();
        for (int ordinal = 0; ordinal < last.length; ordinal++) {
            if (last[ordinal] != Rows.NO_VALUE
                    && response.is(survey.scale(), last[ordinal])
                    && (rating == null || rating == last[ordinal])) {
                members.add(ordinal);
            }
        }
        return members;
    }

    /** The last rating of each member, by ordinal. */
    private static long[] last(CommunityActivity activity, Survey survey, DaySpan days) {
        Selection selection = survey.selection();
        boolean[] rated = activity.placesOf(selection);
        Mask mask = activity.mask(selection.audience());
        Long target = survey.target();
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
        return last;
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

    private static RoaringBitmap asked(CommunityActivity activity, Survey survey, DaySpan days) {
        return survey.askedKinds().isEmpty()
                ? new RoaringBitmap()
                : activity.members(survey.selection().withKinds(survey.askedKinds()), days);
    }
}

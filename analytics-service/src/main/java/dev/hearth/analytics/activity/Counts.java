package dev.hearth.analytics.activity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures that were counted together.
 *
 * @param data the community's days with data, or null if there are none
 * @param figures for each {@link Asked}, the distinct members of each of its windows
 */
record Counts(@Nullable DaySpan data, List<long[]> figures) {
    static Counts none(List<Asked> asked) {
        return new Counts(
                null,
                asked.stream().map(each -> new long[each.windows().size()]).toList());
    }

    static Counts of(CommunityActivity activity, Selection selection, List<Asked> asked) {
        var days = activity.days(selection);
        return new Counts(
                activity.span().orElse(null),
                asked.stream()
                        .map(each -> WindowCounts.count(each.period(), each.windows(), days))
                        .toList());
    }

    /** Partitions have no members in common: what they count adds up. */
    Counts plus(Counts other) {
        for (int i = 0; i < figures.size(); i++) {
            long[] mine = figures.get(i);
            long[] theirs = other.figures.get(i);
            for (int window = 0; window < mine.length; window++) {
                mine[window] += theirs[window];
            }
        }
        return new Counts(both(data, other.data), figures);
    }

    boolean isComplete(DaySpan window) {
        return data != null && data.covers(window);
    }

    private static @Nullable DaySpan both(@Nullable DaySpan one, @Nullable DaySpan other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.and(other);
    }
}

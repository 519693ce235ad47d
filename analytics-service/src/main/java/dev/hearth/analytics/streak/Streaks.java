package dev.hearth.analytics.streak;

import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Selection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/**
 * The longest runs of days in a row on which members did what the selection looks at. A day is the local day that was
 * decided when the act was recorded: a zone that is changed later breaks no streak and mends none.
 *
 * @param top the longest, as many as were asked for
 * @param histogram by length in days, how many members' longest run is so long
 */
public record Streaks(List<Streak> top, SortedMap<Integer, Long> histogram) {
    private static final Streaks NONE = new Streaks(List.of(), new TreeMap<>());

    /**
     * Of every member that acted in the {@code span}; runs are cut where it begins and ends.
     *
     * @param limit how many of the longest
     */
    public static Streaks figures(Activity activity, Selection selection, DaySpan span, int limit) {
        return activity
                .ask(
                        selection.community(),
                        partition -> of(partition, LongestRuns.of(partition, selection, span), limit))
                .stream()
                .reduce(NONE, (one, other) -> one.plus(other, limit));
    }

    /** Whose longest run is of {@code days} days, by ordinal: as many as the histogram says. */
    public static RoaringBitmap members(CommunityActivity activity, Selection selection, DaySpan span, int days) {
        LongestRuns runs = LongestRuns.of(activity, selection, span);
        RoaringBitmap members = new RoaringBitmap();
        runs.members().forEach((int ordinal) -> {
            if (runs.days(ordinal) == days) {
                members.add(ordinal);
            }
        });
        return members;
    }

    /** The runs of one member up to the end of the {@code span}; empty if it never acted in it. */
    public static Optional<MemberStreak> of(Activity activity, Selection selection, String member, DaySpan span) {
        return activity
                .ask(selection.community(), partition -> MemberStreak.of(partition, selection, member, span))
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Streaks of(CommunityActivity activity, LongestRuns runs, int limit) {
        SortedMap<Integer, Long> histogram = new TreeMap<>();
        runs.members().forEach((int ordinal) -> {
            var _ = histogram.merge(runs.days(ordinal), 1L, Long::sum);
        });
        int shortest = shortest(histogram, limit);
        List<Streak> top = runs.members().stream()
                .filter(ordinal -> runs.days(ordinal) >= shortest)
                .mapToObj(ordinal -> new Streak(activity.member(ordinal), runs.run(ordinal)))
                .sorted(Streak.ORDER)
                .limit(limit)
                .toList();
        return new Streaks(top, histogram);
    }

    /** How long a run must be to be among the {@code limit} longest, ties included. */
    private static int shortest(SortedMap<Integer, Long> histogram, int limit) {
        long longer = 0;
        int shortest = 1;
        for (Map.Entry<Integer, Long> each :
                new TreeMap<>(histogram).descendingMap().entrySet()) {
            shortest = each.getKey();
            longer += each.getValue();
            if (longer >= limit) {
                return shortest;
            }
        }
        return shortest;
    }

    /** Partitions share no members. */
    private Streaks plus(Streaks other, int limit) {
        SortedMap<Integer, Long> sum = new TreeMap<>(histogram);
        other.histogram.forEach((days, members) -> {
            var _ = sum.merge(days, members, Long::sum);
        });
        return new Streaks(
                Stream.concat(top.stream(), other.top.stream())
                        .sorted(Streak.ORDER)
                        .limit(limit)
                        .toList(),
                sum);
    }
}

package dev.hearth.analytics.streak;

import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Selection;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** The longest run of each member of one partition: one pass over the days. */
final class LongestRuns {
    private final RoaringBitmap members;
    /** By ordinal: the last day with an act so far, and how long the run is that ends on it. */
    private final int[] latest;

    private final int[] running;
    /** By ordinal: how long the longest run is, and its last day. */
    private final int[] longest;

    private final int[] end;

    private LongestRuns(RoaringBitmap members, int ordinals) {
        this.members = members;
        this.latest = new int[ordinals];
        this.running = new int[ordinals];
        this.longest = new int[ordinals];
        this.end = new int[ordinals];
    }

    static LongestRuns of(CommunityActivity activity, Selection selection, DaySpan span) {
        LongestRuns runs = new LongestRuns(activity.members(selection, span), activity.members());
        IntFunction<@Nullable RoaringBitmap> days = activity.days(selection.ofEverybody());
        activity.span(selection).ifPresent(acted -> {
            int first = Math.max(span.firstEpochDay(), acted.firstEpochDay());
            int last = Math.min(span.lastEpochDay(), acted.lastEpochDay());
            for (int day = first; day <= last; day++) {
                RoaringBitmap active = days.apply(day);
                if (active != null) {
                    runs.add(day, active);
                }
            }
        });
        return runs;
    }

    /** Who of the audience has one. */
    RoaringBitmap members() {
        return members;
    }

    int days(int ordinal) {
        return longest[ordinal];
    }

    DaySpan run(int ordinal) {
        return DaySpan.ofEpochDays(end[ordinal] - longest[ordinal] + 1, end[ordinal]);
    }

    private void add(int day, RoaringBitmap active) {
        active.forEach((int ordinal) -> {
            boolean goesOn = running[ordinal] > 0 && latest[ordinal] == day - 1;
            running[ordinal] = goesOn ? running[ordinal] + 1 : 1;
            latest[ordinal] = day;
            // Only a longer one takes its place, so that the earliest of equals stays.
            if (running[ordinal] > longest[ordinal]) {
                longest[ordinal] = running[ordinal];
                end[ordinal] = day;
            }
        });
    }
}

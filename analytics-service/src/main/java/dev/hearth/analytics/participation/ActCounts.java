package dev.hearth.analytics.participation;

import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.Rows;
import dev.hearth.analytics.activity.Selection;
import dev.hearth.analytics.activity.Window;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Acts by window, counted in one pass over the rows.
 *
 * @param acts by window
 * @param targeted by window, those with a target
 * @param days by window, the days with an act, from its first
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ActCounts(long[] acts, long[] targeted, BitSet[] days) {
    /**
     * @param windows without gaps or overlaps, in order of time
     * @param whose by ordinal, whose acts
     */
    static ActCounts of(CommunityActivity activity, Selection selection, List<Window> windows, IntPredicate whose) {
        int first = windows.getFirst().days().firstEpochDay();
        int last = windows.getLast().days().lastEpochDay();
        int[] windowOf = new int[last - first + 1];
        ActCounts counts =
                new ActCounts(new long[windows.size()], new long[windows.size()], new BitSet[windows.size()]);
        for (int window = 0; window < windows.size(); window++) {
            counts.days[window] = new BitSet();
            var days = windows.get(window).days();
            for (int day = days.firstEpochDay(); day <= days.lastEpochDay(); day++) {
                windowOf[day - first] = window;
            }
        }
        boolean[] places = activity.placesOf(selection);
        activity.rows().within(first, last, (Rows.Row row) -> {
            if (places[row.place()] && whose.test(row.ordinal())) {
                counts.count(row, windowOf[row.day() - first], row.day() - first);
            }
        });
        return counts;
    }

    private void count(Rows.Row row, int window, int day) {
        acts[window]++;
        days[window].set(day);
        if (row.target() != Rows.NO_TARGET) {
            targeted[window]++;
        }
    }
}

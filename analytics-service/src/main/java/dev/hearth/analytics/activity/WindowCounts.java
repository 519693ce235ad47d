package dev.hearth.analytics.activity;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Counts who acted in each of many windows. */
final class WindowCounts {
    private static final RoaringBitmap NOBODY = new RoaringBitmap();

    private WindowCounts() {}

    /** Distinct members of each window of {@code period}; {@code windows} are those of one span, in order. */
    static long[] count(Period period, List<Window> windows, IntFunction<@Nullable RoaringBitmap> days) {
        return switch (period) {
            case DAY, ISO_WEEK, MONTH -> separate(windows, days);
            case ROLLING_7_DAYS, ROLLING_30_DAYS ->
                sliding(windows.getFirst().days().firstEpochDay(), period.days(), windows.size(), days);
        };
    }

    private static long[] separate(List<Window> windows, IntFunction<@Nullable RoaringBitmap> days) {
        return windows.stream()
                .map(Window::days)
                .mapToLong(window -> union(window.firstEpochDay(), window.lastEpochDay(), days)
                        .getLongCardinality())
                .toArray();
    }

    private static RoaringBitmap union(int first, int last, IntFunction<@Nullable RoaringBitmap> days) {
        if (first == last) {
            return on(first, days);
        }
        RoaringBitmap union = new RoaringBitmap();
        for (int day = first; day <= last; day++) {
            union.or(on(day, days));
        }
        return union;
    }

    /**
     * {@code count} windows of {@code width} days, the first from day {@code first}, each a day after the one before.
     * Days are cut into blocks as long as a window, so that every window is the end of one block and the beginning of
     * the next: three unions a day, whatever the width (van Herk and Gil-Werman, for the union instead of the maximum).
     */
    private static long[] sliding(int first, int width, int count, IntFunction<@Nullable RoaringBitmap> days) {
        long[] counts = new long[count];
        for (int block = 0; block < count; block += width) {
            RoaringBitmap[] ends = ends(first + block, width, days);
            RoaringBitmap beginning = new RoaringBitmap();
            for (int offset = 0; offset < width && block + offset < count; offset++) {
                if (offset > 0) {
                    beginning.or(on(first + block + width + offset - 1, days));
                }
                counts[block + offset] = RoaringBitmap.orCardinality(ends[offset], beginning);
            }
        }
        return counts;
    }

    /** For each day of a block, who acted on it or on a later day of the block. */
    private static RoaringBitmap[] ends(int first, int width, IntFunction<@Nullable RoaringBitmap> days) {
        RoaringBitmap[] ends = new RoaringBitmap[width];
        RoaringBitmap end = NOBODY;
        for (int offset = width - 1; offset >= 0; offset--) {
            RoaringBitmap day = on(first + offset, days);
            end = day.isEmpty() ? end : RoaringBitmap.or(day, end);
            ends[offset] = end;
        }
        return ends;
    }

    private static RoaringBitmap on(int day, IntFunction<@Nullable RoaringBitmap> days) {
        RoaringBitmap acted = days.apply(day);
        return acted == null ? NOBODY : acted;
    }
}

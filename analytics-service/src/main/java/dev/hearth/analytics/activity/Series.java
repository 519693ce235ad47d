package dev.hearth.analytics.activity;

import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** The sets of one slice of a community by day. */
final class Series {
    private final TreeMap<Integer, RoaringBitmap> days = new TreeMap<>();
    /** The set last added to: neighbouring events are mostly of the same day. */
    private int latestDay;

    private @Nullable RoaringBitmap latest;

    /** Adds a member to a day; false if it was there. */
    boolean add(int epochDay, int ordinal) {
        return of(epochDay).checkedAdd(ordinal);
    }

    /** Adds a member to a day, whether it was there or not. */
    void put(int epochDay, int ordinal) {
        of(epochDay).add(ordinal);
    }

    void addAll(int epochDay, RoaringBitmap ordinals) {
        of(epochDay).or(ordinals);
    }

    /** Who acted on the day, or null if nobody did. Not to be changed. */
    @Nullable
    RoaringBitmap on(int epochDay) {
        return days.get(epochDay);
    }

    /** Who acted on each of the days {@code first} to {@code last} on which anybody did. Not to be changed. */
    Stream<RoaringBitmap> within(int first, int last) {
        return days.subMap(first, true, last, true).values().stream();
    }

    DaySpan span() {
        return DaySpan.ofEpochDays(days.firstKey(), days.lastKey());
    }

    private RoaringBitmap of(int epochDay) {
        RoaringBitmap found = latest;
        if (found == null || latestDay != epochDay) {
            found = days.computeIfAbsent(epochDay, day -> new RoaringBitmap());
            latest = found;
            latestDay = epochDay;
        }
        return found;
    }
}

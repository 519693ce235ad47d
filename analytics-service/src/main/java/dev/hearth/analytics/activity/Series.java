package dev.hearth.analytics.activity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * The sets of one slice of a community by day. There are very many, most of them small: days lie in one sorted array
 * beside their sets, since a tree would take more memory for its nodes than many a set has.
 */
final class Series {
    private static final int ROOM = 4;

    private int[] days = new int[ROOM];
    /** Of the first days of {@link #days}, as many as there are. */
    private final List<RoaringBitmap> sets = new ArrayList<>(ROOM);
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

    /** Who acted on the day, or null if nobody did. Not to be changed. */
    @Nullable
    RoaringBitmap on(int epochDay) {
        int at = find(epochDay);
        return at < 0 ? null : sets.get(at);
    }

    /** Who acted on each of the days {@code first} to {@code last} on which anybody did. Not to be changed. */
    Stream<RoaringBitmap> within(int first, int last) {
        return sets.subList(from(first), from(last + 1)).stream();
    }

    DaySpan span() {
        return DaySpan.ofEpochDays(days[0], days[sets.size() - 1]);
    }

    private RoaringBitmap of(int epochDay) {
        RoaringBitmap found = latest;
        if (found == null || latestDay != epochDay) {
            int at = find(epochDay);
            found = at < 0 ? insert(-at - 1, epochDay) : sets.get(at);
            latest = found;
            latestDay = epochDay;
        }
        return found;
    }

    private RoaringBitmap insert(int at, int epochDay) {
        if (sets.size() == days.length) {
            days = Arrays.copyOf(days, days.length + days.length / 2);
        }
        System.arraycopy(days, at, days, at + 1, sets.size() - at);
        days[at] = epochDay;
        RoaringBitmap set = new RoaringBitmap();
        sets.add(at, set);
        return set;
    }

    /** Where the day is, or, as {@link Arrays#binarySearch} tells it, where it would be. */
    private int find(int epochDay) {
        return Arrays.binarySearch(days, 0, sets.size(), epochDay);
    }

    /** The place of the first day that is not before this one. */
    private int from(int epochDay) {
        int at = find(epochDay);
        return at < 0 ? -at - 1 : at;
    }
}

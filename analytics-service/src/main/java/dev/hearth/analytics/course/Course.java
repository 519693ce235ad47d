package dev.hearth.analytics.course;

import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Mask;
import dev.hearth.analytics.activity.Rows;
import dev.hearth.analytics.activity.Selection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;

/**
 * What every day of a span adds to a figure. Courses of partitions, or of groups, over the same days add up.
 *
 * @param days which days
 * @param added for each of them
 */
public record Course(DaySpan days, List<Long> added) {
    public Course {
        added = List.copyOf(added);
        if (added.size() != days.daysShared(days)) {
            throw new IllegalArgumentException("a course has a number for every day");
        }
    }

    /** Nothing on any day. */
    public static Course none(DaySpan days) {
        return new Course(days, Collections.nCopies(days.daysShared(days), 0L));
    }

    /**
     * As far as one partition knows.
     *
     * @param asked in which group, by whom, and acts of which kinds
     */
    static Course of(CommunityActivity activity, Selection asked, Metric metric, DaySpan days) {
        Selection selection = asked.withKinds(metric.kindsOf(asked.kinds()));
        return switch (metric) {
            case ACTIVE_MEMBERS -> newcomers(activity, selection, days);
            case MEMBER_DAYS -> attendance(activity, selection, days);
            case EVENTS -> sum(activity, selection, days, place -> 1, row -> 1);
            case AMOUNT -> sum(activity, selection, days, place -> 1, Rows.Row::amount);
            case NET_REVENUE ->
                sum(
                        activity,
                        selection,
                        days,
                        place -> activity.place(place).kind().equals(Metric.REFUND) ? -1 : 1,
                        Rows.Row::amount);
        };
    }

    public Course plus(Course other) {
        if (!other.days.equals(days)) {
            throw new IllegalArgumentException("courses of different days do not add up");
        }
        return new Course(
                days,
                IntStream.range(0, added.size())
                        .mapToObj(day -> Math.addExact(added.get(day), other.added.get(day)))
                        .toList());
    }

    /** The same over other days: what lies beyond is cut, where nothing is known there is 0. */
    public Course over(DaySpan others) {
        int shift = others.firstEpochDay() - days.firstEpochDay();
        return new Course(
                others,
                IntStream.range(0, others.daysShared(others))
                        .mapToObj(day -> day + shift >= 0 && day + shift < added.size() ? added.get(day + shift) : 0L)
                        .toList());
    }

    /** What the days up to {@code last} have added; 0 if it is before the first. */
    public long upTo(LocalDate last) {
        long known = Math.clamp(last.toEpochDay() - days.first().toEpochDay() + 1, 0, added.size());
        return added.stream().limit(known).reduce(0L, Math::addExact);
    }

    public long total() {
        return upTo(days.last());
    }

    private static Course newcomers(CommunityActivity activity, Selection selection, DaySpan days) {
        var on = activity.days(selection);
        RoaringBitmap seen = new RoaringBitmap();
        List<Long> added = new ArrayList<>();
        for (int day = days.firstEpochDay(); day <= days.lastEpochDay(); day++) {
            RoaringBitmap active = on.apply(day);
            long before = seen.getLongCardinality();
            if (active != null) {
                seen.or(active);
            }
            added.add(seen.getLongCardinality() - before);
        }
        return new Course(days, added);
    }

    private static Course attendance(CommunityActivity activity, Selection selection, DaySpan days) {
        var on = activity.days(selection);
        List<Long> added = new ArrayList<>();
        for (int day = days.firstEpochDay(); day <= days.lastEpochDay(); day++) {
            RoaringBitmap active = on.apply(day);
            added.add(active == null ? 0 : active.getLongCardinality());
        }
        return new Course(days, added);
    }

    private static Course sum(
            CommunityActivity activity,
            Selection selection,
            DaySpan days,
            PlaceSign sign,
            ToLongFunction<Rows.Row> worth) {
        boolean[] counts = activity.placesOf(selection);
        int[] signs = IntStream.range(0, counts.length).map(sign::of).toArray();
        Mask mask = activity.mask(selection.audience());
        long[] added = new long[days.daysShared(days)];
        activity.rows().within(days.firstEpochDay(), days.lastEpochDay(), row -> {
            if (counts[row.place()] && mask.has(row.ordinal())) {
                int day = row.day() - days.firstEpochDay();
                added[day] = Math.addExact(added[day], Math.multiplyExact(signs[row.place()], worth.applyAsLong(row)));
            }
        });
        return new Course(
                days,
                IntStream.range(0, added.length).mapToObj(day -> added[day]).toList());
    }

    /** By the number of a place, whether what is done there adds (1) or takes away (-1). */
    private interface PlaceSign {
        int of(int place);
    }
}

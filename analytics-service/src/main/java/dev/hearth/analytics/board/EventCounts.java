package dev.hearth.analytics.board;

import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Mask;
import dev.hearth.analytics.activity.Selection;
import dev.hearth.analytics.activity.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How many acts there were in each of some windows, by kind, and what their values add up to, as far as one partition
 * knows; kinds that had none are not there. Each client's event is an act once.
 *
 * @param byKind the tallies of each window
 */
record EventCounts(Map<String, List<Tally>> byKind) {
    static final EventCounts NONE = new EventCounts(Map.of());

    /**
     * What was counted.
     *
     * @param events how many acts
     * @param withValue how many of them have a value
     * @param value the sum of the values, exact within 64 bits
     */
    record Tally(long events, long withValue, long value) {
        static final Tally NONE = new Tally(0, 0, 0);

        Tally plus(Tally other) {
            return new Tally(events + other.events, withValue + other.withValue, value + other.value);
        }
    }

    /** @param windows in order of time, one after the other without a gap */
    static EventCounts of(CommunityActivity activity, Selection selection, List<Window> windows) {
        DaySpan days = windows.getFirst().days().and(windows.getLast().days());
        int first = days.firstEpochDay();
        int[] windowOf = windowsByDay(windows, days);
        boolean[] looked = activity.placesOf(selection);
        Mask mask = activity.mask(selection.audience());
        Counter[] counters = new Counter[looked.length];
        activity.rows().within(first, days.lastEpochDay(), row -> {
            if (looked[row.place()] && mask.has(row.ordinal())) {
                Counter counter = counters[row.place()];
                if (counter == null) {
                    counter = new Counter(windows.size());
                    counters[row.place()] = counter;
                }
                counter.count(windowOf[row.day() - first], row.hasValue(), row.amount());
            }
        });
        Map<String, List<Tally>> byKind = new TreeMap<>();
        for (int place = 0; place < counters.length; place++) {
            if (counters[place] != null) {
                byKind.merge(activity.place(place).kind(), counters[place].tallies(), EventCounts::added);
            }
        }
        return new EventCounts(byKind);
    }

    EventCounts plus(EventCounts other) {
        Map<String, List<Tally>> both = new TreeMap<>(byKind);
        other.byKind.forEach((kind, tallies) -> both.merge(kind, tallies, EventCounts::added));
        return new EventCounts(both);
    }

    /** Of all kinds, in one window. */
    Tally total(int window) {
        return byKind.values().stream().map(tallies -> tallies.get(window)).reduce(Tally.NONE, Tally::plus);
    }

    private static List<Tally> added(List<Tally> one, List<Tally> other) {
        Tally[] sums = new Tally[one.size()];
        Arrays.setAll(sums, window -> one.get(window).plus(other.get(window)));
        return List.of(sums);
    }

    private static int[] windowsByDay(List<Window> windows, DaySpan days) {
        int[] windowOf = new int[days.lastEpochDay() - days.firstEpochDay() + 1];
        for (int window = 0; window < windows.size(); window++) {
            DaySpan span = windows.get(window).days();
            Arrays.fill(
                    windowOf,
                    span.firstEpochDay() - days.firstEpochDay(),
                    span.lastEpochDay() - days.firstEpochDay() + 1,
                    window);
        }
        return windowOf;
    }

    /** Counts at one place. */
    private static final class Counter {
        private final long[] events;
        private final long[] withValue;
        private final long[] values;

        Counter(int windows) {
            events = new long[windows];
            withValue = new long[windows];
            values = new long[windows];
        }

        void count(int window, boolean hasValue, long value) {
            events[window]++;
            withValue[window] += hasValue ? 1 : 0;
            values[window] += value;
        }

        List<Tally> tallies() {
            return Stream.iterate(0, window -> window < events.length, window -> window + 1)
                    .map(window -> new Tally(events[window], withValue[window], values[window]))
                    .toList();
        }
    }
}

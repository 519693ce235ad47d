package dev.hearth.incentive.standing;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;

/** What a member earned of one currency, by local day; reversed points are taken off the day that they were earned. */
public final class Earnings {
    private static final Earnings NONE = new Earnings(Map.of());

    /** All that was earned up to each day on which anything was. */
    private final NavigableMap<LocalDate, Long> totals = new TreeMap<>();

    /** @param days points by day, negative where more was taken than given */
    public Earnings(Map<LocalDate, Long> days) {
        long total = 0;
        for (Map.Entry<LocalDate, Long> day : new TreeMap<>(days).entrySet()) {
            total = Math.addExact(total, day.getValue());
            totals.put(day.getKey(), total);
        }
    }

    /** Nothing. */
    public static Earnings none() {
        return NONE;
    }

    /** Earned from {@code first} to {@code last}, both included. */
    public long sum(LocalDate first, LocalDate last) {
        return total(totals.floorEntry(last)) - total(totals.lowerEntry(first));
    }

    NavigableSet<LocalDate> days() {
        return Collections.unmodifiableNavigableSet(totals.navigableKeySet());
    }

    private static long total(Map.@org.jspecify.annotations.Nullable Entry<LocalDate, Long> entry) {
        return entry == null ? 0 : entry.getValue();
    }
}

package dev.hearth.analytics.activity;

import java.time.LocalDate;

/**
 * Days in a row, both ends included.
 *
 * @param first the first day
 * @param last the last day, not before the first
 */
public record DaySpan(LocalDate first, LocalDate last) {
    public DaySpan {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("a span of days begins with its first day: " + first + " to " + last);
        }
    }

    public static DaySpan ofEpochDays(int first, int last) {
        return new DaySpan(LocalDate.ofEpochDay(first), LocalDate.ofEpochDay(last));
    }

    /** Whether every day of {@code other} is one of these. */
    public boolean covers(DaySpan other) {
        return !other.first.isBefore(first) && !other.last.isAfter(last);
    }

    /** How many of the days of {@code other} are among these. */
    public int daysShared(DaySpan other) {
        return Math.max(
                0,
                Math.min(lastEpochDay(), other.lastEpochDay()) - Math.max(firstEpochDay(), other.firstEpochDay()) + 1);
    }

    /** The smallest span that has all days of both. */
    public DaySpan and(DaySpan other) {
        return new DaySpan(
                first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last);
    }

    public int firstEpochDay() {
        return Math.toIntExact(first.toEpochDay());
    }

    public int lastEpochDay() {
        return Math.toIntExact(last.toEpochDay());
    }
}

package dev.hearth.incentive.milestone;

import java.time.LocalDate;
import java.util.SortedSet;

/** Consecutive local days. */
public final class Streak {
    private Streak() {}

    /** The longest run of consecutive days, whatever the order in which they became known. */
    public static long longest(SortedSet<LocalDate> days) {
        long longest = 0;
        long run = 0;
        LocalDate expected = null;
        for (LocalDate day : days) {
            run = day.equals(expected) ? run + 1 : 1;
            longest = Math.max(longest, run);
            expected = day.plusDays(1);
        }
        return longest;
    }
}

package dev.hearth.analytics.churn;

import java.util.Arrays;

/** The active days of one member among the last 84, the last one bit 0: in two longs. */
final class Days {
    static final int LENGTH = 84;
    private static final int MONTH = 28;

    private Days() {}

    static void set(long[] bits, int ordinal, int ago) {
        bits[2 * ordinal + ago / 64] |= 1L << (ago % 64);
    }

    static boolean has(long[] bits, int ordinal, int ago) {
        return ago < LENGTH && (bits[2 * ordinal + ago / 64] >>> (ago % 64) & 1) != 0;
    }

    /** How many days ago the member was last active; 84 if not among these. */
    static int last(long[] bits, int ordinal) {
        int ago = 0;
        while (ago < LENGTH && !has(bits, ordinal, ago)) {
            ago++;
        }
        return ago;
    }

    static int count(long[] bits, int ordinal, int from, int to) {
        int count = 0;
        for (int ago = from; ago <= to; ago++) {
            count += has(bits, ordinal, ago) ? 1 : 0;
        }
        return count;
    }

    /** The median of the days from one active day to the next; 7 if there is one active day only. */
    static double usualGap(long[] bits, int ordinal) {
        int[] gaps = new int[LENGTH];
        int found = 0;
        int newer = last(bits, ordinal);
        for (int ago = newer + 1; ago < LENGTH; ago++) {
            if (has(bits, ordinal, ago)) {
                gaps[found++] = ago - newer;
                newer = ago;
            }
        }
        if (found == 0) {
            return 7;
        }
        Arrays.sort(gaps, 0, found);
        return found % 2 == 1 ? gaps[found / 2] : (gaps[found / 2 - 1] + gaps[found / 2]) / 2.0;
    }

    /** The longest run of three days or more whose last day is 2 to 28 days ago. */
    static int brokenStreak(long[] bits, int ordinal) {
        int longest = 0;
        for (int end = 2; end <= MONTH; end++) {
            if (has(bits, ordinal, end) && !has(bits, ordinal, end - 1)) {
                int length = 1;
                while (has(bits, ordinal, end + length)) {
                    length++;
                }
                longest = Math.max(longest, length);
            }
        }
        return longest >= 3 ? longest : 0;
    }
}

package dev.hearth.engagement.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/**
 * Times of RFC 3339, read and written by hand: two of them pass through here for every event. Written as
 * {@link Instant#toString} does: UTC, with no, three, six or nine digits of a second's fraction.
 */
final class Rfc3339 {
    private static final int SHORTEST = "1970-01-01T00:00:00Z".length();
    private static final int FRACTION = "1970-01-01T00:00:00.".length();
    private static final int MAX_OFFSET = 18 * 3600;
    private static final int BAD = Integer.MIN_VALUE;

    private Rfc3339() {}

    /** The time that {@code text} says, or null if it is not RFC 3339 with at most nine digits of a fraction. */
    static @Nullable Instant read(String text) {
        if (text.length() < SHORTEST || !hasMarks(text)) {
            return null;
        }
        long day = day(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
        int second = secondOfDay(digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19));
        int zoneAt = text.charAt(19) == '.' ? endOfDigits(text, FRACTION) : 19;
        int nano = zoneAt == 19 ? 0 : nano(text, zoneAt);
        int offset = offset(text, zoneAt);
        if (day == BAD || second == BAD || nano == BAD || offset == BAD) {
            return null;
        }
        return Instant.ofEpochSecond(day * 86_400 + second - offset, nano);
    }

    /** Writes a time of the years 0 to 9999. */
    static void write(Instant time, JsonBytes out) {
        long second = time.getEpochSecond();
        int ofDay = (int) Math.floorMod(second, 86_400L);
        writeDay(Math.floorDiv(second, 86_400L), out);
        out.raw('T');
        out.digits(ofDay / 3600, 2);
        out.raw(':');
        out.digits(ofDay / 60 % 60, 2);
        out.raw(':');
        out.digits(ofDay % 60, 2);
        writeFraction(time.getNano(), out);
        out.raw('Z');
    }

    static void writeDay(long epochDay, JsonBytes out) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        out.digits(date.getYear(), 4);
        out.raw('-');
        out.digits(date.getMonthValue(), 2);
        out.raw('-');
        out.digits(date.getDayOfMonth(), 2);
    }

    private static void writeFraction(int nano, JsonBytes out) {
        if (nano == 0) {
            return;
        }
        out.raw('.');
        if (nano % 1_000_000 == 0) {
            out.digits(nano / 1_000_000, 3);
        } else if (nano % 1_000 == 0) {
            out.digits(nano / 1_000, 6);
        } else {
            out.digits(nano, 9);
        }
    }

    private static boolean hasMarks(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && (text.charAt(10) == 'T' || text.charAt(10) == 't')
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    private static long day(int year, int month, int day) {
        if (year == BAD || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
            return BAD;
        }
        return LocalDate.of(year, month, day).toEpochDay();
    }

    private static int daysOf(int year, int month) {
        return switch (month) {
            case 2 -> Year.isLeap(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /** A leap second counts as the second before it, as {@link Instant#parse} has it. */
    private static int secondOfDay(int hour, int minute, int second) {
        boolean leap = hour == 23 && minute == 59 && second == 60;
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || (second > 59 && !leap)) {
            return BAD;
        }
        return hour * 3600 + minute * 60 + Math.min(second, 59);
    }

    private static int nano(String text, int end) {
        int width = end - FRACTION;
        if (width < 1 || width > 9) {
            return BAD;
        }
        int nano = digits(text, FRACTION, end);
        for (int i = width; i < 9; i++) {
            nano *= 10;
        }
        return nano;
    }

    private static int offset(String text, int at) {
        int left = text.length() - at;
        if (left == 1 && (text.charAt(at) == 'Z' || text.charAt(at) == 'z')) {
            return 0;
        }
        if (left != 6 || text.charAt(at + 3) != ':' || (text.charAt(at) != '+' && text.charAt(at) != '-')) {
            return BAD;
        }
        int hours = digits(text, at + 1, at + 3);
        int minutes = digits(text, at + 4, at + 6);
        int offset = hours * 3600 + minutes * 60;
        if (hours < 0 || minutes < 0 || minutes > 59 || offset > MAX_OFFSET) {
            return BAD;
        }
        return text.charAt(at) == '+' ? offset : -offset;
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return BAD;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }
}

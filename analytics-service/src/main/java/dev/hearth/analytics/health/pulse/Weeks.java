package dev.hearth.analytics.health.pulse;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The same hours of the weeks before, by the clock on the wall: a week before 20:00 is 20:00, whatever was done to the
 * clocks meanwhile.
 *
 * @param hours acts by hour
 * @param first when the first act was done, in milliseconds: nothing is learned from before it
 * @param zone whose clock
 */
record Weeks(Ring hours, long first, ZoneId zone) {
    private static final long HOUR = 3_600_000;

    /** The acts of as many hours up to the same time of each of the weeks before {@code end}, the last week first. */
    double[] before(Instant end, int span, int weeks) {
        return before(end, span * HOUR, weeks);
    }

    /** The same for so many milliseconds. */
    double[] before(Instant end, long millis, int weeks) {
        ZonedDateTime wall = end.atZone(zone);
        return IntStream.rangeClosed(1, weeks)
                .mapToLong(week -> wall.minusWeeks(week).toInstant().toEpochMilli())
                .filter(then -> then - millis >= first)
                .mapToDouble(then -> between(hours, then - millis, then))
                .toArray();
    }

    /** The ends of the 168 hours of the week that {@code now} is in, Monday 01:00 first. */
    List<Instant> endsOfHours(Instant now) {
        ZonedDateTime monday = now.atZone(zone)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .with(LocalTime.MIDNIGHT);
        return IntStream.rangeClosed(1, Detection.WEEK_HOURS)
                .mapToObj(hour ->
                        monday.toLocalDateTime().plusHours(hour).atZone(zone).toInstant())
                .toList();
    }

    /** The acts between two times; of an hour that is in only in part, its part. */
    static double between(Ring hours, long from, long to) {
        long firstHour = Math.floorDiv(from, HOUR);
        long lastHour = Math.floorDiv(to, HOUR);
        double whole = hours.sum(firstHour, lastHour - 1);
        double before = hours.at(firstHour) * (double) Math.floorMod(from, HOUR) / HOUR;
        double after = hours.at(lastHour) * (double) Math.floorMod(to, HOUR) / HOUR;
        return whole - before + after;
    }
}

package dev.hearth.analytics.health.pulse;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much is done in one group, by minute and hour. Not safe for use by several threads at once. */
public final class GroupPulse {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    /** A day and what may come up to a day ahead of its time: more than the minutes that are looked at. */
    private static final int MINUTES = 3072;
    /** Eleven weeks to learn from and a week to look at, with a day ahead of its time. */
    private static final int HOURS = 2048;

    private final Ring minutes = new Ring(MINUTES);
    private final Ring hours = new Ring(HOURS);
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long acts;
    /** By the hours that are looked at together: it changes with the hours only. */
    private final Map<Integer, Learned> dispersions = new HashMap<>();

    /** Counts an act. */
    void beat(long at) {
        minutes.add(Math.floorDiv(at, MINUTE));
        hours.add(Math.floorDiv(at, HOUR));
        first = Math.min(first, at);
        last = Math.max(last, at);
        acts++;
    }

    /** How many acts were counted, whenever they were. */
    public long acts() {
        return acts;
    }

    /** When the last act was done; empty if none was. */
    public Optional<Instant> lastAt() {
        return acts == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(last));
    }

    /** Looks for a cold group; empty while less than the least weeks are known. */
    public Optional<Reading> coldness(Instant now, ZoneId zone, Detection detection) {
        Optional<Reading> reading = read(now, zone, detection.coldHours(), detection);
        int span = detection.coldHours() * 2;
        while (reading.isPresent() && !reading.get().band().noticesSilence() && span <= Detection.WEEK_HOURS) {
            reading = read(now, zone, span, detection);
            span *= 2;
        }
        return reading;
    }

    /** Looks for a flooded group; empty while less than the least weeks are known. */
    public Optional<Reading> flood(Instant now, ZoneId zone, Detection detection) {
        return read(now, zone, detection.floodHours(), detection);
    }

    /** The acts of so many hours up to {@code now} and the band of these hours. */
    Optional<Reading> read(Instant now, ZoneId zone, int span, Detection detection) {
        Weeks weeks = new Weeks(hours, first, zone);
        double[] counts = weeks.before(now, span, detection.weeks());
        if (counts.length < detection.leastWeeks()) {
            return Optional.empty();
        }
        double learned = dispersion(weeks, now, span, detection);
        return Optional.of(new Reading(
                now,
                span,
                count(now, span),
                Band.of(counts, learned, detection.coldShare(), detection.floodShare()),
                Band.of(counts, learned, detection.endShare(), detection.endShare())));
    }

    /**
     * What is usual in each of the 168 single hours of the week, Monday's first; empty for an hour of which less than
     * the least weeks are known.
     */
    public List<Optional<Band>> week(Instant now, ZoneId zone, Detection detection) {
        Weeks weeks = new Weeks(hours, first, zone);
        double learned = dispersion(weeks, now, 1, detection);
        return weeks.endsOfHours(now).stream()
                .map(end -> weeks.before(end, 1, detection.weeks()))
                .map(counts -> Optional.of(counts)
                        .filter(known -> known.length >= detection.leastWeeks())
                        .map(known -> Band.of(known, learned, detection.coldShare(), detection.floodShare())))
                .toList();
    }

    /** The acts from {@code since} to {@code until}, as exact as minutes are; of at most eleven weeks. */
    public long between(Instant since, Instant until) {
        long from = Math.floorDiv(since.toEpochMilli(), MINUTE);
        long to = Math.floorDiv(until.toEpochMilli(), MINUTE);
        return to - from <= 2 * 24 * 60
                ? minutes.sum(from + 1, to)
                : Math.round(Weeks.between(hours, since.toEpochMilli(), until.toEpochMilli()));
    }

    /**
     * When the first act after {@code since} was done, to the minute; to the hour if that is more than two days ago.
     */
    public Optional<Instant> firstAfter(Instant since) {
        if (acts == 0 || last <= since.toEpochMilli()) {
            return Optional.empty();
        }
        boolean isRecent = last - since.toEpochMilli() <= 48 * HOUR;
        long slot = isRecent ? MINUTE : HOUR;
        Ring ring = isRecent ? minutes : hours;
        for (long each = since.toEpochMilli() / slot + 1; each <= last / slot; each++) {
            if (ring.at(each) > 0) {
                return Optional.of(Instant.ofEpochMilli(each * slot));
            }
        }
        return Optional.of(Instant.ofEpochMilli(last));
    }

    /** How many acts there usually are from {@code since} to {@code until}; beyond a week, as in its last week. */
    public double usual(Instant since, Instant until, ZoneId zone, Detection detection) {
        long millis = until.toEpochMilli() - since.toEpochMilli();
        long looked = Math.min(millis, Detection.WEEK_HOURS * HOUR);
        double[] counts = new Weeks(hours, first, zone).before(until, looked, detection.weeks());
        return counts.length == 0 || looked == 0 ? 0 : Band.median(counts) * millis / looked;
    }

    /** The acts of the hour up to the same time of each of the weeks before {@code end}, the last week first. */
    double[] hourBefore(Instant end, ZoneId zone, Detection detection) {
        return new Weeks(hours, first, zone).before(end, 1, detection.weeks());
    }

    /** The acts of each of the weeks up to {@code now}, the last one first: of as many as the group is old. */
    public double[] weekly(Instant now, ZoneId zone, int weeks) {
        Weeks before = new Weeks(hours, first, zone);
        double[] past = before.before(now, Detection.WEEK_HOURS, weeks - 1);
        double[] all = new double[past.length + 1];
        all[0] = Weeks.between(hours, now.toEpochMilli() - Detection.WEEK_HOURS * HOUR, now.toEpochMilli());
        System.arraycopy(past, 0, all, 1, past.length);
        return all;
    }

    private long count(Instant now, int span) {
        long end = Math.floorDiv(now.toEpochMilli(), MINUTE);
        return span <= 24
                ? minutes.sum(end - span * 60L + 1, end)
                // Rounded up: what is counted by the hour must not make a group colder than it is.
                : (long) Math.ceil(Weeks.between(hours, now.toEpochMilli() - span * HOUR, now.toEpochMilli()));
    }

    private double dispersion(Weeks weeks, Instant now, int span, Detection detection) {
        long hour = Math.floorDiv(now.toEpochMilli(), HOUR);
        Learned before = dispersions.get(span);
        if (before != null && before.hour == hour && before.isBy(detection)) {
            return before.dispersion;
        }
        Dispersion learned = new Dispersion();
        for (Instant end : weeks.endsOfHours(now)) {
            double[] counts = weeks.before(end, span, detection.weeks());
            if (counts.length >= detection.leastWeeks()) {
                learned.add(counts);
            }
        }
        dispersions.put(span, new Learned(hour, detection.weeks(), detection.leastWeeks(), learned.value()));
        return learned.value();
    }

    private record Learned(long hour, int weeks, int leastWeeks, double dispersion) {
        boolean isBy(Detection detection) {
            return weeks == detection.weeks() && leastWeeks == detection.leastWeeks();
        }
    }
}

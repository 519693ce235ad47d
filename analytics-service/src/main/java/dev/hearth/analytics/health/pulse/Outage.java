package dev.hearth.analytics.health.pulse;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells a community in which nothing is done from one of which nothing is recorded: where all groups fall silent in the
 * same hour, a source of events is broken (its bot was thrown out, its connection is down), and no group is cold.
 */
final class Outage {
    /** A Poisson count of this mean is 0 once in e^14, a million, hours. */
    private static final double MUCH = 14;
    /** With fewer, the community's silence is that of a group or two. */
    private static final int LEAST_GROUPS = 3;
    /** Minutes, by which an hour is counted that does not begin with the clock's, go back two days. */
    private static final int MOST_HOURS = 24;

    private Outage() {}

    /**
     * Whether in one of so many hours up to {@code now}, a day at most, nothing at all was done in any of the groups
     * although 14 acts or more in at least three of them are usual in it.
     */
    static boolean isLikely(Collection<GroupPulse> groups, Instant now, int hours, ZoneId zone, Detection detection) {
        return IntStream.range(0, Math.min(hours, MOST_HOURS))
                .mapToObj(ago -> now.minus(Duration.ofHours(ago)))
                .anyMatch(end -> isDead(groups, end, zone, detection));
    }

    private static boolean isDead(Collection<GroupPulse> groups, Instant end, ZoneId zone, Detection detection) {
        Instant begin = end.minus(Duration.ofHours(1));
        if (groups.stream().anyMatch(group -> group.between(begin, end) > 0)) {
            return false;
        }
        List<double[]> usual = groups.stream()
                .map(group -> group.hourBefore(end, zone, detection))
                .filter(counts -> counts.length >= detection.leastWeeks()
                        && Arrays.stream(counts).sum() > 0)
                .toList();
        return usual.size() >= LEAST_GROUPS && Band.median(sums(usual)) >= MUCH;
    }

    /** Of the weeks that all groups know. */
    private static double[] sums(List<double[]> groups) {
        int weeks = groups.stream().mapToInt(counts -> counts.length).min().orElse(0);
        return IntStream.range(0, weeks)
                .mapToDouble(week ->
                        groups.stream().mapToDouble(counts -> counts[week]).sum())
                .toArray();
    }
}

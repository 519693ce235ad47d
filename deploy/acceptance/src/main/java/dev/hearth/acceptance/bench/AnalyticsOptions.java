package dev.hearth.acceptance.bench;

import java.util.Set;

/**
 * What of analytics is measured, and how much of it.
 *
 * @param figures which figures
 * @param turns measurements of each
 * @param seconds of a measurement of latencies
 * @param events of the community whose figures are asked for and rebuilt
 * @param members that these are of; each has at least one
 * @param rate events a second that are accepted while it is measured how soon they can be read
 */
record AnalyticsOptions(Set<String> figures, int turns, int seconds, int events, int members, int rate) {
    /** What there is: four figures of the quality plan and one capability. */
    static final Set<String> FIGURES = Set.of("P6", "P7", "P8", "P9", "X9");

    AnalyticsOptions {
        figures = Set.copyOf(figures);
        members = Math.min(members, events);
    }

    boolean has(String figure) {
        return figures.contains(figure);
    }

    boolean hasHistory() {
        return has("P7") || has("P8") || has("P9");
    }

    /** Memory of the service in MiB: what is rebuilt is in memory twice, with the names of a million members. */
    long heap() {
        return 2_048 + 400L * events / 1_000_000;
    }
}

package dev.hearth.acceptance.bench;

import java.util.Collection;
import java.util.List;

/**
 * How long many things of one sort took, in milliseconds.
 *
 * @param p50 the median
 * @param p99 what 1 of 100 exceeds
 * @param longest the longest
 */
record Latencies(double p50, double p99, double longest) {
    static Latencies of(Collection<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        return new Latencies(at(sorted, 0.5), at(sorted, 0.99), sorted.getLast());
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}

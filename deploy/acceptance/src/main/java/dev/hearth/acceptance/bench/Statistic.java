package dev.hearth.acceptance.bench;

import java.util.List;

/**
 * Several measurements of one thing.
 *
 * @param median the middle one
 * @param lowest the least
 * @param highest the greatest
 */
record Statistic(double median, double lowest, double highest) {
    static Statistic of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Statistic(median, sorted.getFirst(), sorted.getLast());
    }
}

package dev.hearth.analytics.health;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How a group does, in parts of 0 to 100. A part that cannot be said yet weighs nothing.
 *
 * @param activity the acts of the last week beside the median week before: 100 from as many to twice as many, less
 *     below in proportion, and less above in proportion too, since too much chat drives members away (适度活跃)
 * @param steadiness half of it 1 / (1 + the variation coefficient of the weekly acts), half the share of days with acts
 *     (活跃与稳定兼顾)
 * @param participation members who acted in 28 days, of all members
 * @param stickiness of those, who acts on a mean day, beside 20 %: the DAU/MAU at which products are called sticky
 * @param value the value index
 */
record HealthScore(
        OptionalDouble activity,
        OptionalDouble steadiness,
        OptionalDouble participation,
        OptionalDouble stickiness,
        double value) {
    private static final double STICKY = 0.2;

    /**
     * @param weeks acts of the weeks, the last one first
     * @param daysWithActs share of the days with acts
     * @param members how many members the group has, 0 if that is not known
     * @param active members who acted in the days
     * @param memberDays over the days, how many acted on each
     */
    static HealthScore of(
            double[] weeks, double daysWithActs, long members, long active, long memberDays, int days, double value) {
        return new HealthScore(
                activity(weeks),
                weeks.length < 2 ? OptionalDouble.empty() : OptionalDouble.of(steadiness(weeks, daysWithActs)),
                members == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * Math.min(active, members) / members),
                active == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Math.min(100, 100 * ((double) memberDays / days / active) / STICKY)),
                value);
    }

    /** Σ weight · part / Σ weight over the parts that can be said, 0 to 100. */
    double score(ScoreWeights weights) {
        double[] each = {weights.activity(), weights.steadiness(), weights.participation(), weights.stickiness()};
        OptionalDouble[] parts = {activity, steadiness, participation, stickiness};
        double sum = weights.value() * value;
        double weight = weights.value();
        for (int i = 0; i < parts.length; i++) {
            sum += each[i] * parts[i].orElse(0);
            weight += parts[i].isPresent() ? each[i] : 0;
        }
        return weight == 0 ? 0 : sum / weight;
    }

    private static OptionalDouble activity(double[] weeks) {
        if (weeks.length < 2) {
            return OptionalDouble.empty();
        }
        double[] before = Arrays.copyOfRange(weeks, 1, weeks.length);
        Arrays.sort(before);
        int middle = before.length / 2;
        double usual = before.length % 2 == 1 ? before[middle] : (before[middle - 1] + before[middle]) / 2;
        if (usual == 0) {
            return weeks[0] == 0 ? OptionalDouble.of(0) : OptionalDouble.of(100);
        }
        double ratio = weeks[0] / usual;
        return OptionalDouble.of(100 * Math.min(1, ratio <= 2 ? ratio : 2 / ratio));
    }

    private static double steadiness(double[] weeks, double daysWithActs) {
        double mean = Arrays.stream(weeks).average().orElse(0);
        if (mean == 0) {
            return 0;
        }
        double variance = Arrays.stream(weeks)
                .map(week -> (week - mean) * (week - mean))
                .average()
                .orElse(0);
        return 50 / (1 + Math.sqrt(variance) / mean) + 50 * daysWithActs;
    }
}

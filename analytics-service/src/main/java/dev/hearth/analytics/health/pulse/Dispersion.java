package dev.hearth.analytics.health.pulse;

import java.util.Arrays;

/**
 * By how much counts of the same hours differ between weeks beyond chance. Each hour of the week says how much by its
 * median absolute deviation, which half of its weeks cannot move; all hours together give
 *
 * <pre>
 * φ = Σ (s² - m) / Σ m²,  s = 1.4826 · c(W) · MAD
 * </pre>
 *
 * with c(W) for few weeks: Croux and Rousseeuw, Time-efficient algorithms for two highly robust estimators of scale
 * (1992), table 1.
 */
final class Dispersion {
    private static final double NORMAL = 1.4826;
    private static final double[] FEW = {1, 1, 1.196, 1.495, 1.363, 1.206, 1.2, 1.14, 1.129, 1.107};

    private double excess;
    private double squares;

    /** Takes the counts of one hour of the week. */
    void add(double[] counts) {
        double median = Band.median(counts);
        double[] deviations =
                Arrays.stream(counts).map(count -> Math.abs(count - median)).toArray();
        double deviation = NORMAL * factor(counts.length) * Band.median(deviations);
        excess += deviation * deviation - median;
        squares += median * median;
    }

    double value() {
        return squares == 0 ? Band.LEAST_DISPERSION : Math.max(Band.LEAST_DISPERSION, excess / squares);
    }

    private static double factor(int weeks) {
        return weeks < FEW.length ? FEW[weeks] : weeks / (weeks - 0.8);
    }
}

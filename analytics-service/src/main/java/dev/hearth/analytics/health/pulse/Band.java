package dev.hearth.analytics.health.pulse;

import java.util.Arrays;

/**
 * What is likely in a group in some hours, as its own weeks before show it. From the counts of the same hours in W
 * weeks the median m is taken, so that a week that was out of the band itself does not move it; how much weeks differ
 * beyond chance, φ, is learned over all hours of the week. A new count is then taken for negative binomial with
 *
 * <pre>
 * mean m, variance (m + φ m²) · (1 + π / 2W)
 * </pre>
 *
 * where the last term is the uncertainty of a median of W. The band is what lies between the quantiles. Overdispersed
 * counts with quantiles of the negative binomial instead of mean and standard deviation: Noufaily et al., An improved
 * algorithm for outbreak detection in multiple surveillance systems, Statistics in Medicine 32 (2013); the variance of
 * a median, π/2 times that of a mean: Kendall and Stuart, The Advanced Theory of Statistics, vol. 1, 10.11.
 *
 * @param expected the median of the weeks before, 0 or more
 * @param lower the least count within the band
 * @param upper the greatest count within the band
 * @param weeks how many weeks it was learned from
 */
public record Band(double expected, long lower, long upper, int weeks) {
    /** What of the variation between weeks no number of weeks shows: a tenth of the mean. */
    static final double LEAST_DISPERSION = 0.01;

    /** For hours in which nothing ever happened: as if something did once in a hundred such weeks. */
    private static final double LEAST_MEAN = 0.01;

    /**
     * @param counts of the same hours in the weeks before, at least one
     * @param dispersion φ, 0 or more
     * @param below how unlikely what lies below the band is, 0 to 0.5
     * @param above how unlikely what lies above the band is, 0 to 0.5
     */
    static Band of(double[] counts, double dispersion, double below, double above) {
        double median = median(counts);
        double mean = Math.max(LEAST_MEAN, median);
        double variance = (mean + dispersion * mean * mean) * (1 + Math.PI / (2 * counts.length));
        NegativeBinomial next = new NegativeBinomial(mean, mean * mean / (variance - mean));
        return new Band(median, next.lowerQuantile(below) + 1, next.upperQuantile(above) - 1, counts.length);
    }

    /** Whether a count of 0 lies below it: whether silence could be noticed at all. */
    public boolean noticesSilence() {
        return lower > 0;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

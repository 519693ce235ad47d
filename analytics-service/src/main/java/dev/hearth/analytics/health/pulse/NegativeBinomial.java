package dev.hearth.analytics.health.pulse;

/**
 * Counts whose variance exceeds their mean: {@code mean + mean² / size}.
 *
 * @param mean above 0
 * @param size above 0; the greater, the nearer to a Poisson distribution
 */
record NegativeBinomial(double mean, double size) {
    /**
     * Beyond this mean, means and counts are scaled down to it: there a count's own noise is nothing beside the rest.
     */
    private static final double GREAT = 10_000;

    NegativeBinomial {
        if (!(mean > 0) || !(size > 0)) {
            throw new IllegalArgumentException("mean and size are above 0: " + mean + ", " + size);
        }
    }

    /** The greatest count n with P(X ≤ n) ≤ {@code share}; -1 if not even 0 is so unlikely. */
    long lowerQuantile(double share) {
        double scale = Math.max(1, mean / GREAT);
        double scaled = mean / scale;
        double mass = Math.exp(-size * Math.log1p(scaled / size));
        double below = mass;
        long count = 0;
        while (below <= share) {
            mass *= (size + count) / (count + 1) * (scaled / (scaled + size));
            below += mass;
            count++;
        }
        return count == 0 ? -1 : (long) Math.ceil(count * scale) - 1;
    }

    /** The least count n with P(X ≥ n) ≤ {@code share}. */
    long upperQuantile(double share) {
        double scale = Math.max(1, mean / GREAT);
        double scaled = mean / scale;
        double mass = Math.exp(-size * Math.log1p(scaled / size));
        double below = 0;
        long count = 0;
        // Past the mean the masses fall, so what is left is above the share or the loop ends.
        while (1 - below > share) {
            below += mass;
            mass *= (size + count) / (count + 1) * (scaled / (scaled + size));
            count++;
            if (mass == 0 && count > scaled) {
                break;
            }
        }
        return (long) Math.ceil(count * scale);
    }
}

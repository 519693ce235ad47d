package dev.hearth.incentive.compensation;

import org.jspecify.annotations.Nullable;

/**
 * The difference between those who got something and those who were held out, with a 95 % confidence interval.
 *
 * <p>Welch's interval for two means of unequal variances: {@code d ± t·s} with {@code s² = v₁/n₁ + v₂/n₂} and {@code ν
 * = s⁴ / ((v₁/n₁)²/(n₁−1) + (v₂/n₂)²/(n₂−1))} degrees of freedom (B. L. Welch, The generalization of "Student's"
 * problem when several different population variances are involved, Biometrika 34, 1947). The quantile of Student's t
 * comes from that of the normal distribution by the expansion 26.7.5 of M. Abramowitz and I. A. Stegun, Handbook of
 * Mathematical Functions, which is right to three decimals from {@code ν = 9} on; therefore each side needs
 * {@link #FEWEST} members.
 *
 * @param difference mean of the treated less mean of the held out
 * @param low lower end of the interval
 * @param high upper end
 */
record Effect(double difference, double low, double high) {
    /** The fewest members on each side for which there is an interval. */
    static final int FEWEST = 10;

    /** The 97.5 % quantile of the normal distribution. */
    private static final double NORMAL = 1.959963984540054;

    /**
     * What is known of one side.
     *
     * @param members how many
     * @param mean of their figures
     * @param variance of their figures, with {@code n − 1}
     */
    record Sample(long members, double mean, double variance) {
        double error() {
            return variance / members;
        }
    }

    /** @return null where a side has too few members */
    static @Nullable Effect between(Sample treated, Sample heldOut) {
        if (treated.members() < FEWEST || heldOut.members() < FEWEST) {
            return null;
        }
        double difference = treated.mean() - heldOut.mean();
        double squared = treated.error() + heldOut.error();
        double margin = squared == 0 ? 0 : student(freedom(treated, heldOut)) * Math.sqrt(squared);
        return new Effect(difference, difference - margin, difference + margin);
    }

    private static double freedom(Sample one, Sample other) {
        double squared = one.error() + other.error();
        return squared
                * squared
                / (one.error() * one.error() / (one.members() - 1)
                        + other.error() * other.error() / (other.members() - 1));
    }

    /** The 97.5 % quantile of Student's t. */
    static double student(double freedom) {
        double x = NORMAL;
        double g1 = (Math.pow(x, 3) + x) / 4;
        double g2 = (5 * Math.pow(x, 5) + 16 * Math.pow(x, 3) + 3 * x) / 96;
        double g3 = (3 * Math.pow(x, 7) + 19 * Math.pow(x, 5) + 17 * Math.pow(x, 3) - 15 * x) / 384;
        double g4 =
                (79 * Math.pow(x, 9) + 776 * Math.pow(x, 7) + 1482 * Math.pow(x, 5) - 1920 * Math.pow(x, 3) - 945 * x)
                        / 92160;
        return x + g1 / freedom + g2 / Math.pow(freedom, 2) + g3 / Math.pow(freedom, 3) + g4 / Math.pow(freedom, 4);
    }
}

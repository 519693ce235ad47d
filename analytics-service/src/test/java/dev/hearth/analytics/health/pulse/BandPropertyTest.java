package dev.hearth.analytics.health.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Bands have the shares out of them that they claim, by the distribution's definition. */
class BandPropertyTest {
    @Property(tries = 300)
    void quantilesAreThoseOfTheDistributionsDefinition(
            @ForAll @DoubleRange(min = 0.01, max = 300) double mean,
            @ForAll @DoubleRange(min = 0.05, max = 90) double size,
            @ForAll @IntRange(min = 1, max = 6) int zeros) {
        double share = Math.pow(10, -zeros);
        NegativeBinomial counts = new NegativeBinomial(mean, size);
        long lower = counts.lowerQuantile(share);
        long upper = counts.upperQuantile(share);
        assertThat(atMost(mean, size, lower)).isLessThanOrEqualTo(share + 1e-9);
        assertThat(atMost(mean, size, lower + 1)).isGreaterThan(share - 1e-9);
        assertThat(1 - atMost(mean, size, upper - 1)).isLessThanOrEqualTo(share + 1e-9);
        assertThat(1 - atMost(mean, size, upper - 2)).isGreaterThan(share - 1e-9);
    }

    @Property(tries = 200)
    void aWeekOutOfTheBandDoesNotMoveIt(
            @ForAll @IntRange(min = 5, max = 11) int weeks,
            @ForAll @IntRange(min = 10, max = 500) int usual,
            @ForAll @IntRange(min = 0, max = 100_000) int odd) {
        double[] counts = new double[weeks];
        Arrays.fill(counts, usual);
        Band steady = Band.of(counts, Band.LEAST_DISPERSION, 1e-6, 1e-6);
        counts[weeks / 2] = odd;
        assertThat(Band.of(counts, Band.LEAST_DISPERSION, 1e-6, 1e-6)).isEqualTo(steady);
        assertThat(steady.lower()).isLessThanOrEqualTo(usual);
        assertThat(steady.upper()).isGreaterThanOrEqualTo(usual);
    }

    /** Judged by the distribution's definition, of counts that differ by chance only. */
    @Property(tries = 200)
    void eachEndOfTheBandFollowsItsOwnShare(
            @ForAll @IntRange(min = 3, max = 11) int weeks,
            @ForAll @IntRange(min = 1, max = 200) int usual,
            @ForAll @DoubleRange(min = 1, max = 6) double belowZeros,
            @ForAll @DoubleRange(min = 1, max = 6) double aboveZeros) {
        double below = Math.pow(10, -belowZeros);
        double above = Math.pow(10, -aboveZeros);
        double[] counts = new double[weeks];
        Arrays.fill(counts, usual);
        Band band = Band.of(counts, Band.LEAST_DISPERSION, below, above);
        double variance = (usual + 0.01 * usual * usual) * (1 + Math.PI / 2 / weeks);
        double size = usual * (double) usual / (variance - usual);
        assertThat(atMost(usual, size, band.lower() - 1)).isLessThanOrEqualTo(below + 1e-9);
        assertThat(atMost(usual, size, band.lower())).isGreaterThan(below - 1e-9);
        assertThat(1 - atMost(usual, size, band.upper())).isLessThanOrEqualTo(above + 1e-9);
        assertThat(1 - atMost(usual, size, band.upper() - 1)).isGreaterThan(above - 1e-9);
    }

    @Test
    void ofCountsThatVaryMoreThanChanceTheBandIsWider() {
        Random random = new Random(7);
        Dispersion calm = new Dispersion();
        Dispersion wild = new Dispersion();
        for (int hour = 0; hour < 168; hour++) {
            calm.add(random.doubles(8).map(same -> 40).toArray());
            wild.add(random.doubles(8).map(any -> 80 * any).toArray());
        }
        assertThat(calm.value()).isEqualTo(Band.LEAST_DISPERSION);
        // Uniform on 0 to 80: variance 533 less the mean, by the mean's square, is 0.31; the MAD of it is 20.
        assertThat(wild.value()).isBetween(0.25, 0.9);
    }

    @Test
    void greatCountsHaveABandToo() {
        double[] counts = {2e6, 2.1e6, 1.9e6, 2e6, 2e6, 2e6, 2e6, 2e6};
        Band band = Band.of(counts, 0.01, 1e-6, 1e-6);
        assertThat(band.lower()).isBetween(800_000L, 1_700_000L);
        assertThat(band.upper()).isBetween(2_400_000L, 4_000_000L);
    }

    /** P(X ≤ count) by Γ functions and Stirling's series: nothing of what is judged. */
    private static double atMost(double mean, double size, long count) {
        double sum = 0;
        for (long each = 0; each <= count; each++) {
            sum += Math.exp(logGamma(size + each)
                    - logGamma(size)
                    - logGamma(each + 1.0)
                    + size * Math.log(size / (size + mean))
                    + each * Math.log(mean / (size + mean)));
        }
        return sum;
    }

    private static double logGamma(double x) {
        double shifted = x;
        double product = 0;
        while (shifted < 12) {
            product += Math.log(shifted);
            shifted++;
        }
        double inverse = 1 / shifted;
        return (shifted - 0.5) * Math.log(shifted)
                - shifted
                + 0.5 * Math.log(2 * Math.PI)
                + inverse / 12
                - Math.pow(inverse, 3) / 360
                + Math.pow(inverse, 5) / 1260
                - product;
    }
}

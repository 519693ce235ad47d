package dev.hearth.incentive.compensation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.Random;
import java.util.stream.DoubleStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class EffectPropertyTest {
    /** Tabled quantiles, such as in table 26.10 of Abramowitz and Stegun. */
    @Example
    void knowsStudentsQuantiles() {
        assertThat(Effect.student(9)).isCloseTo(2.262, within(0.001));
        assertThat(Effect.student(15)).isCloseTo(2.131, within(0.001));
        assertThat(Effect.student(29)).isCloseTo(2.045, within(0.001));
        assertThat(Effect.student(120)).isCloseTo(1.980, within(0.001));
    }

    @Property(tries = 500)
    void aDifferenceWithoutNoiseIsTheSeededEffectExactly(
            @ForAll @IntRange(min = 10, max = 500) int treated,
            @ForAll @IntRange(min = 10, max = 500) int heldOut,
            @ForAll @DoubleRange(min = -5, max = 5) double seeded) {
        Effect effect = Objects.requireNonNull(
                Effect.between(new Effect.Sample(treated, 3 + seeded, 0), new Effect.Sample(heldOut, 3, 0)));

        assertThat(effect.difference()).isCloseTo(seeded, within(1e-12));
        assertThat(effect.low()).isEqualTo(effect.high());
    }

    @Property(tries = 200)
    void withTooFewMembersThereIsNoInterval(@ForAll @IntRange(max = 9) int few) {
        assertThat(Effect.between(new Effect.Sample(few, 1, 1), new Effect.Sample(100, 1, 1)))
                .isNull();
        assertThat(Effect.between(new Effect.Sample(100, 1, 1), new Effect.Sample(few, 1, 1)))
                .isNull();
    }

    /** With unequal sizes and variances, where a pooled interval would fail: 95 % of 4,000, five deviations. */
    @Example
    void theIntervalHoldsTheTruthNineteenTimesInTwenty() {
        Random random = new Random(20260302);
        int held = 0;
        int experiments = 4_000;
        for (int experiment = 0; experiment < experiments; experiment++) {
            Effect effect =
                    Objects.requireNonNull(Effect.between(sample(random, 40, 2.5, 1), sample(random, 12, 1, 4)));
            held += effect.low() <= 1.5 && 1.5 <= effect.high() ? 1 : 0;
        }

        assertThat(held / (double) experiments).isBetween(0.95 - 0.0173, 0.95 + 0.0173);
    }

    @Example
    void saysPaidBackOnlyWhereChanceIsRuledOut() {
        assertThat(Verdict.of(0, null, 1)).isEqualTo(Verdict.TOO_EARLY);
        assertThat(Verdict.of(5, null, 1)).isEqualTo(Verdict.TOO_FEW);
        assertThat(Verdict.of(50, new Effect(2, 1, 3), 2)).isEqualTo(Verdict.PAID_BACK);
        assertThat(Verdict.of(50, new Effect(2, -1, 5), 2)).isEqualTo(Verdict.UNDECIDED);
        assertThat(Verdict.of(50, new Effect(2, 1, 3), 2.5)).isEqualTo(Verdict.UNDECIDED);
        assertThat(Verdict.of(50, new Effect(2, 1, 3), 3.5)).isEqualTo(Verdict.NOT_PAID_BACK);
    }

    private static Effect.Sample sample(Random random, int size, double mean, double deviation) {
        double[] figures = DoubleStream.generate(() -> mean + deviation * random.nextGaussian())
                .limit(size)
                .toArray();
        double average = DoubleStream.of(figures).average().orElseThrow();
        double squares = DoubleStream.of(figures)
                .map(one -> (one - average) * (one - average))
                .sum();
        return new Effect.Sample(size, average, squares / (size - 1));
    }
}

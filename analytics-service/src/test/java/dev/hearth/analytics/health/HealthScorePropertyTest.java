package dev.hearth.analytics.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.analytics.health.pulse.GroupDays;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HealthScorePropertyTest {
    private static final Offset<Double> NEAR = Offset.offset(1e-9);

    @Property(tries = 500)
    void theScoreLiesBetween0And100AndOnlyTheRatioOfWeightsMatters(
            @ForAll @DoubleRange(min = 0, max = 500) double lastWeek,
            @ForAll @DoubleRange(min = 0, max = 500) double weekBefore,
            @ForAll @DoubleRange(min = 0, max = 1) double daysWithActs,
            @ForAll @IntRange(min = 0, max = 50) int members,
            @ForAll @IntRange(min = 0, max = 28) int active,
            @ForAll @DoubleRange(min = 0, max = 100) double value) {
        HealthScore parts = HealthScore.of(
                new double[] {lastWeek, weekBefore}, daysWithActs, members, active, active * 28L, 28, value);
        double score = parts.score(ScoreWeights.USUAL);
        assertThat(score).isBetween(0.0, 100.0);
        assertThat(parts.score(new ScoreWeights(2.5, 1.5, 2, 1.5, 2.5))).isEqualTo(score, NEAR);
        assertThat(parts.score(new ScoreWeights(0, 0, 0, 0, 3))).isEqualTo(value, NEAR);
        assertThat(parts.participation().isPresent()).isEqualTo(members > 0);
    }

    @Property(tries = 500)
    void theValueIndexIsTheWeighedMeanOfTheSharesThatAreKnown(
            @ForAll @LongRange(min = 0, max = 100) long seen,
            @ForAll @DoubleRange(min = 0, max = 1) double part,
            @ForAll @LongRange(min = 0, max = 20) long asked,
            @ForAll @IntRange(min = 0, max = 28) int days) {
        long some = Math.round(part * seen);
        long unanswered = Math.round(part * asked);
        GroupDays done = new GroupDays(28, seen, seen, some, seen - some, some, asked, unanswered, days, 0);
        double weights = 0.25 + (asked > 0 ? 0.2 : 0) + (seen > 0 ? 0.25 + 0.15 + 0.15 : 0);
        double lost = 0.25 * (28 - days) / 28
                + (asked > 0 ? 0.2 * unanswered / asked : 0)
                + (seen > 0 ? (0.25 * some + 0.15 * (seen - some) + 0.15 * some) / seen : 0);
        assertThat(ValueIndex.of(done).index(ValueWeights.USUAL)).isEqualTo(100 - 100 * lost / weights, NEAR);
        assertThat(ValueIndex.of(done).exitForecast()).isBetween(0.0, 1.0);
    }

    @Test
    void activityIsBesideTheMedianWeekAndFallsAboveTwiceAsMuch() {
        assertThat(activity(50, 100, 90, 110)).isEqualTo(50, NEAR);
        assertThat(activity(150, 100, 90, 110)).isEqualTo(100, NEAR);
        assertThat(activity(400, 100, 90, 110)).isEqualTo(50, NEAR);
        assertThat(activity(0, 0, 0, 0)).isZero();
    }

    @Test
    void whatDoesNotVaryIsSteady() {
        assertThat(of(100, 100, 100).steadiness()).hasValue(100);
        assertThat(of(100, 0, 200).steadiness().orElseThrow()).isLessThan(80);
        assertThat(of(100).steadiness()).isEmpty();
    }

    private static double activity(double... weeks) {
        return of(weeks).activity().orElseThrow();
    }

    private static HealthScore of(double... weeks) {
        return HealthScore.of(DoubleStream.of(weeks).toArray(), 1, 10, 5, 28, 28, 50);
    }
}

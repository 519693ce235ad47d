package dev.hearth.incentive.redpacket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.incentive.chance.Chance;
import dev.hearth.incentive.chance.Seed;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SplitTest {
    private static final long MOST = 1_000_000_000_000L;

    @Property(tries = 3000)
    void sharesAreAtLeastOneAndTheirSumIsTheTotal(
            @ForAll Split split,
            @ForAll @IntRange(min = 1, max = 300) int shares,
            @ForAll @LongRange(min = 0, max = MOST) long more,
            @ForAll long seed) {
        long total = shares + more;

        List<Long> parts = split.divide(total, shares, chance(seed));

        assertThat(parts).hasSize(shares).allMatch(part -> part >= 1);
        assertThat(parts.stream().mapToLong(Long::longValue).sum()).isEqualTo(total);
    }

    @Property(tries = 1000)
    void equalSharesDifferByOneAtMostTheLargerFirst(
            @ForAll @IntRange(min = 1, max = 300) int shares, @ForAll @LongRange(min = 0, max = MOST) long more) {
        List<Long> parts = Split.EQUAL.divide(shares + more, shares, chance(1));

        assertThat(parts.getFirst() - parts.getLast()).isBetween(0L, 1L);
        assertThat(parts).isSortedAccordingTo(Collections.reverseOrder());
    }

    @Test
    void spreadsTheRemainderByTheUnit() {
        assertThat(Split.EQUAL.divide(100, 3, chance(1))).containsExactly(34L, 33L, 33L);
    }

    /** 6 points in 3 shares: ten divisions, each as likely as any other. */
    @Test
    void everyRandomDivisionIsEquallyLikely() {
        Map<List<Long>, Integer> seen = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            seen.merge(Split.RANDOM.divide(6, 3, chance(i)), 1, Integer::sum);
        }

        assertThat(seen).hasSize(10);
        double chiSquare = seen.values().stream()
                .mapToDouble(count -> Math.pow(count - 2_000.0, 2) / 2_000)
                .sum();
        // nine degrees of freedom: above 33.7 once in ten thousand
        assertThat(chiSquare).isLessThan(33.7);
    }

    @Test
    void noPlaceInTheRowIsBetterThanAnother() {
        int draws = 20_000;
        long[] sums = new long[5];
        for (int i = 0; i < draws; i++) {
            List<Long> parts = Split.RANDOM.divide(100, 5, chance(i));
            for (int place = 0; place < sums.length; place++) {
                sums[place] += parts.get(place);
            }
        }
        for (long sum : sums) {
            // 20 expected; a share's standard deviation is below 17, so that of the mean is below 0.12
            assertThat(sum / (double) draws).isBetween(19.5, 20.5);
        }
    }

    @Test
    void oneShareIsAllAndAsManySharesAsPointsAreOneEach() {
        assertThat(Split.RANDOM.divide(MOST, 1, chance(1))).containsExactly(MOST);
        assertThat(Split.RANDOM.divide(40, 40, chance(1))).hasSize(40).containsOnly(1L);
    }

    @ParameterizedTest
    @EnumSource(Split.class)
    void refusesSharesOfNothing(Split split) {
        assertThatThrownBy(() -> split.divide(9, 10, chance(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> split.divide(9, 0, chance(1))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Chance chance(long number) {
        return new Seed("ab".repeat(32)).chance("split", Long.toString(number));
    }
}

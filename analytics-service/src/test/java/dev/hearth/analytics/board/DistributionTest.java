package dev.hearth.analytics.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.analytics.board.Distribution.LorenzPoint;
import dev.hearth.analytics.board.Distribution.Part;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DistributionTest {
    /** By hand: differences 1, 2, 3, 1, 2, 1 both ways are 20; / (2 · 4 · 10). */
    @Test
    void measuresASmallCommunity() {
        Distribution spread = Distribution.of(List.of(part(0, 3, 1), part(0, 4, 2)));
        assertThat(spread.gini()).isEqualByComparingTo("0.25");
        assertThat(spread.sum()).isEqualTo(BigInteger.TEN);
        assertThat(spread.median()).isEqualTo(2);
        assertThat(spread.shareOfTop(1)).contains(new BigDecimal("0.400000"));
        assertThat(spread.shareOfTop(50)).contains(new BigDecimal("0.700000"));
        assertThat(spread.lorenz())
                .contains(
                        new LorenzPoint(0, Optional.of(new BigDecimal("0.000000"))),
                        new LorenzPoint(40, Optional.of(new BigDecimal("0.100000"))),
                        new LorenzPoint(50, Optional.of(new BigDecimal("0.300000"))),
                        new LorenzPoint(100, Optional.of(new BigDecimal("1.000000"))));
    }

    @Test
    void isFromEvenToOneWhoHasAll() {
        assertThat(Distribution.of(List.of(part(0, 7, 7, 7))).gini()).isEqualByComparingTo("0");
        assertThat(Distribution.of(List.of(part(3, 9))).gini()).isEqualByComparingTo("0.75");
        assertThat(Distribution.of(List.of(part(1, 9))).gini()).isEqualByComparingTo("0.5");
    }

    @Test
    void saysNothingOfNothing() {
        for (List<Part> nothing : List.<List<Part>>of(List.of(), List.of(part(2)), List.of(part(0, 0, 0)))) {
            Distribution spread = Distribution.of(nothing);
            assertThat(spread.gini()).isNull();
            assertThat(spread.shareOfTop(10)).isEmpty();
            assertThat(spread.lorenz()).allMatch(point -> point.share().isEmpty());
            assertThat(spread.median()).isZero();
        }
    }

    @Test
    void whoOwesHasNothing() {
        Distribution spread = Distribution.of(List.of(part(0, -5, 4)));
        assertThat(spread.belowZero()).isEqualTo(1);
        assertThat(spread.sum()).isEqualTo(4);
        assertThat(spread.gini()).isEqualByComparingTo("0.5");
    }

    @Test
    void doesNotOverflow() {
        Distribution spread = Distribution.of(List.of(part(0, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE)));
        assertThat(spread.sum()).isEqualTo(BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.valueOf(3)));
        assertThat(spread.gini()).isEqualByComparingTo("0");
    }

    /** The mean difference of all pairs, as Gini defined it in 1912: Σ Σ |x_i - x_j| / (2 n² mean). */
    @Property(tries = 20_000)
    void isHalfTheRelativeMeanDifference(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = -2, max = 50) Integer> scores,
            @ForAll @IntRange(max = 5) int others) {
        long[] all = scores.stream().mapToLong(Integer::longValue).toArray();
        Distribution spread = Distribution.of(List.of(
                new Part(Arrays.copyOf(all, all.length / 2), others),
                part(0, Arrays.copyOfRange(all, all.length / 2, all.length))));
        List<Long> every = new ArrayList<>();
        scores.forEach(score -> every.add(Math.max(0L, score)));
        for (int i = 0; i < others; i++) {
            every.add(0L);
        }
        long sum = every.stream().mapToLong(Long::longValue).sum();
        long differences = every.stream()
                .flatMap(one -> every.stream().map(other -> Math.abs(one - other)))
                .mapToLong(Long::longValue)
                .sum();
        assertThat(spread.gini()).isEqualTo(sum == 0 ? null : share(differences, 2L * every.size() * sum));
        every.sort(Comparator.reverseOrder());
        long top = every.stream()
                .limit((every.size() + 4) / 5)
                .mapToLong(Long::longValue)
                .sum();
        assertThat(spread.shareOfTop(20)).isEqualTo(sum == 0 ? Optional.empty() : Optional.of(share(top, sum)));
    }

    private static BigDecimal share(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_EVEN);
    }

    private static Part part(long others, long... scores) {
        return new Part(scores, others);
    }
}

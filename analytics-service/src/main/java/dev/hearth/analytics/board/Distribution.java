package dev.hearth.analytics.board;

import dev.hearth.analytics.activity.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How evenly something is spread over members. What is below zero counts as nothing.
 *
 * @param sorted what each member has, the least first
 * @param sum of all
 * @param belowZero how many members had less than nothing
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Distribution(long[] sorted, BigInteger sum, long belowZero) {
    private static final List<Integer> DECILES = List.of(0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100);

    /**
     * A point of the Lorenz curve (M. O. Lorenz, 1905).
     *
     * @param percent of the members, those with least
     * @param share of everything that they have together; empty if there is nothing
     */
    record LorenzPoint(int percent, Optional<BigDecimal> share) {}

    /**
     * What one partition has.
     *
     * @param scores what each member has that has anything, in no order
     * @param others how many more members there are, who have nothing
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Part(long[] scores, long others) {}

    static Distribution of(List<Part> parts) {
        long[] all = new long
                [Math.toIntExact(parts.stream()
                        .mapToLong(part -> part.scores().length + part.others())
                        .sum())];
        int at = 0;
        for (Part part : parts) {
            System.arraycopy(part.scores(), 0, all, at, part.scores().length);
            at += part.scores().length;
        }
        long belowZero = Arrays.stream(all).filter(each -> each < 0).count();
        Arrays.setAll(all, i -> Math.max(0, all[i]));
        Arrays.parallelSort(all);
        return new Distribution(all, sum(all, 0), belowZero);
    }

    int members() {
        return sorted.length;
    }

    /**
     * The Gini coefficient, 0 (all have the same) to 1 - 1/n (one has all): {@code (2 Σ i·x_i) / (n Σ x) - (n + 1) / n}
     * over the n members in order of what they have, i from 1 (A. Sen, On Economic Inequality, 1973; P. M. Dixon et
     * al., Bootstrapping the Gini coefficient of inequality, Ecology 68, 1987). Null if there is nothing.
     */
    @Nullable
    BigDecimal gini() {
        BigInteger weighted = BigInteger.ZERO;
        // Summed in runs of equal values: i + … + j = (i + j)(j - i + 1) / 2.
        for (int from = 0; from < sorted.length; ) {
            int to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            BigInteger twiceTheRanks = BigInteger.valueOf((from + 1L + to) * (to - from));
            weighted = weighted.add(twiceTheRanks.multiply(BigInteger.valueOf(sorted[from])));
            from = to;
        }
        BigInteger members = BigInteger.valueOf(members());
        return Ratio.of(weighted.subtract(members.add(BigInteger.ONE).multiply(sum)), members.multiply(sum));
    }

    /**
     * What those have who have most, {@code percent} of the members (at least one), of everything; empty if that is
     * nothing.
     */
    Optional<BigDecimal> shareOfTop(int percent) {
        int top = Math.toIntExact(Math.ceilDiv((long) members() * percent, 100));
        return Optional.ofNullable(Ratio.of(sum(sorted, members() - top), sum));
    }

    /** For every tenth of the members, rounded down to whole members, what those with least have. */
    List<LorenzPoint> lorenz() {
        return DECILES.stream()
                .map(percent -> new LorenzPoint(
                        percent,
                        Optional.ofNullable(Ratio.of(
                                sum.subtract(sum(sorted, Math.toIntExact((long) members() * percent / 100))), sum))))
                .toList();
    }

    /** What the one in the middle has, of two the one with less; 0 if there is nobody. */
    long median() {
        return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) / 2];
    }

    private static BigInteger sum(long[] sorted, int from) {
        return IntStream.iterate(from, start -> start < sorted.length, start -> start + 4096)
                .mapToObj(start -> partialSum(sorted, start, Math.min(sorted.length, start + 4096)))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** In two halves of 32 bits, neither of which leaves 64 bits with so few. */
    private static BigInteger partialSum(long[] sorted, int from, int to) {
        long high = 0;
        long low = 0;
        for (int i = from; i < to; i++) {
            high += sorted[i] >>> 32;
            low += sorted[i] & 0xFFFF_FFFFL;
        }
        return BigInteger.valueOf(high).shiftLeft(32).add(BigInteger.valueOf(low));
    }
}

package dev.hearth.incentive.accrual;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule pays.
 *
 * @param currency what in
 * @param rate how much an event is worth
 * @param shares who gets it: 100 percent in all, each beneficiary once
 * @param multipliers percent by the beneficiary's tier, of what is credited; a tier that is not there has 100, or its
 *     own multiplier
 * @param byTier whether the tier's own multiplier counts
 * @param rounding what becomes of a fraction after multiplying
 * @param budget the budget that pays; null is the issuer, who always can
 */
public record Pay(
        String currency,
        Rate rate,
        List<Share> shares,
        Map<String, Integer> multipliers,
        boolean byTier,
        Rounding rounding,
        @Nullable String budget) {
    /** The most that a tier multiplies by, in thousandths. */
    private static final int MAX_PERMILLE = 100_000;

    public Pay {
        shares = List.copyOf(shares);
        multipliers = Map.copyOf(multipliers);
        if (shares.stream().mapToInt(Share::percent).sum() != 100
                || shares.stream().map(Share::to).distinct().count() != shares.size()) {
            throw new IllegalArgumentException("shares are 100 percent in all, each beneficiary once: " + shares);
        }
    }

    /** That many points to who did it. */
    public static Pay of(String currency, Rate rate) {
        return new Pay(currency, rate, Share.ALL_FOR_THE_ACTOR, Map.of(), false, Rounding.DOWN, null);
    }

    boolean looksAtTiers() {
        return byTier || !multipliers.isEmpty();
    }

    /** What comes of {@code points} for a member of that rank. Debits are the same for all. */
    long multiplied(long points, @Nullable Rank rank) {
        if (rank == null || points < 0) {
            return points;
        }
        Integer percent = multipliers.get(rank.tier());
        long permille = percent != null ? percent * 10L : byTier ? rank.permille() : 1_000;
        return permille == 1_000 ? points : rounding.divide(points * permille, 1_000);
    }

    /** The most that can come of one point, in thousandths. */
    long mostPermille() {
        int percent =
                multipliers.values().stream().mapToInt(Integer::intValue).max().orElse(100);
        return Math.max(byTier ? MAX_PERMILLE : 1_000, percent * 10L);
    }
}

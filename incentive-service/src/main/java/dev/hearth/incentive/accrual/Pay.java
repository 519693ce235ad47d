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
 * @param multipliers percent by the beneficiary's tier, of what is credited; a tier that is not there has 100
 * @param rounding what becomes of a fraction after multiplying
 * @param budget the budget that pays; null is the issuer, who always can
 */
public record Pay(
        String currency,
        Rate rate,
        List<Share> shares,
        Map<String, Integer> multipliers,
        Rounding rounding,
        @Nullable String budget) {
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
        return new Pay(currency, rate, Share.ALL_FOR_THE_ACTOR, Map.of(), Rounding.DOWN, null);
    }

    boolean looksAtTiers() {
        return !multipliers.isEmpty();
    }

    /** What comes of {@code points} for a member of that tier. Debits are the same for all. */
    long multiplied(long points, @Nullable String tier) {
        Integer percent = tier == null ? null : multipliers.get(tier);
        return percent == null || points < 0 ? points : rounding.divide(points * percent, 100);
    }
}

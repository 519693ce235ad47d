package dev.hearth.incentive.reward;

import dev.hearth.platform.problem.Check;

/**
 * What members of a tier pay.
 *
 * @param tier the tier's id
 * @param price in points, 0 to 10^12
 */
public record TierPrice(String tier, long price) {
    public TierPrice {
        tier = Check.identifier("/tierPrices/tier", tier);
        var _ = Check.range("/tierPrices/price", price, 0, RewardTerms.MAX_PRICE);
    }
}

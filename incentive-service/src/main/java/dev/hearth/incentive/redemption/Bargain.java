package dev.hearth.incentive.redemption;

import dev.hearth.contract.incentive.Money;
import dev.hearth.contract.incentive.RewardType;
import dev.hearth.incentive.reward.Reward;
import org.jspecify.annotations.Nullable;

/**
 * What is redeemed for what.
 *
 * @param reward the reward's id
 * @param version the version of the reward whose terms hold
 * @param type what the reward consists of
 * @param currency the points' currency
 * @param price in points, 0 or more
 * @param partner who provides it, if somebody else does
 * @param cost what it costs the community, where it is known
 */
record Bargain(
        String reward,
        int version,
        RewardType type,
        String currency,
        long price,
        @Nullable String partner,
        @Nullable Money cost) {
    static Bargain of(Reward reward, long price) {
        return new Bargain(
                reward.id(),
                reward.version(),
                reward.terms().type(),
                reward.terms().currency(),
                price,
                reward.terms().partner(),
                reward.terms().cost());
    }
}

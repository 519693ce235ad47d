package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;
import java.time.Instant;

/**
 * A member reserved a reward: its price is held, one of its stock is set aside.
 *
 * @param memberId who reserved it
 * @param redemption the redemption's id, unique in the community
 * @param reward the reward's id
 * @param rewardVersion the version of the reward whose terms hold
 * @param currency the points' currency
 * @param price points held, 0 or more
 * @param until when the reservation lapses unless it is confirmed before
 */
@Contract(type = "dev.hearth.incentive.reward-reserved.v1", topic = "hearth.incentive")
public record RewardReserved(
        String memberId,
        String redemption,
        String reward,
        int rewardVersion,
        String currency,
        long price,
        Instant until) {}

package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;
import org.jspecify.annotations.Nullable;

/**
 * A member got the reward that was redeemed. Codes are not told here: only to the member.
 *
 * @param memberId who got it
 * @param redemption the redemption's id, unique in the community
 * @param reward the reward's id
 * @param type what the reward consists of
 * @param reference how it was handed over, e.g. the number of a parcel, where it was said
 */
@Contract(type = "dev.hearth.incentive.reward-fulfilled.v1", topic = "hearth.incentive")
public record RewardFulfilled(
        String memberId,
        String redemption,
        String reward,
        RewardType type,
        @Nullable String reference) {}

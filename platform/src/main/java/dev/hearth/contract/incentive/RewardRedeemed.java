package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member redeemed a reward: its price is paid. What is owed to the member is told by its fulfilment.
 *
 * @param memberId who redeemed it
 * @param redemption the redemption's id, unique in the community
 * @param reward the reward's id
 * @param rewardVersion the version of the reward whose terms hold
 * @param type what the reward consists of
 * @param currency the points' currency
 * @param price points paid, 0 or more
 * @param partner who provides the reward, if somebody else does
 * @param cost what it costs the community, where it is known
 * @param localDate the community's local day on which the price was paid; absent in facts told before this was said:
 *     then the UTC day of the event's time
 */
@Contract(type = "dev.hearth.incentive.reward-redeemed.v1", topic = "hearth.incentive")
public record RewardRedeemed(
        String memberId,
        String redemption,
        String reward,
        int rewardVersion,
        RewardType type,
        String currency,
        long price,
        @Nullable String partner,
        @Nullable Money cost,
        @Nullable LocalDate localDate) {}

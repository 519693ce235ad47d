package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;
import org.jspecify.annotations.Nullable;

/**
 * A redemption came to nothing: its points are back in the lots they came from.
 *
 * @param memberId whose redemption
 * @param redemption the redemption's id, unique in the community
 * @param reward the reward's id
 * @param cause how it came to nothing
 * @param currency the points' currency
 * @param returned points given back, 0 or more
 * @param partner who provides the reward, if somebody else does
 * @param cost what the redemption would have cost or did cost the community, where it is known
 * @param reason why, where it was said
 */
@Contract(type = "dev.hearth.incentive.redemption-cancelled.v1", topic = "hearth.incentive")
public record RedemptionCancelled(
        String memberId,
        String redemption,
        String reward,
        CancellationCause cause,
        String currency,
        long returned,
        @Nullable String partner,
        @Nullable Money cost,
        @Nullable String reason) {}

package dev.hearth.incentive.redemption;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.contract.incentive.RewardType;
import dev.hearth.incentive.reward.Reward;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A reward as a member sees it: what it costs the community, and who else sees it, is not told. */
@Schema(name = "Offer")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OfferView(
        @Schema(examples = "tea-voucher") String reward,
        String title,
        @Nullable String description,
        RewardType type,
        @Schema(examples = "points") String currency,

        @Schema(description = "what this member pays", examples = "80")
        long price,

        @Schema(description = "how many are left, counted up to 1,000; absent where that is not counted") @Nullable
        Long remaining,

        @Nullable Instant validUntil,
        @Nullable String partner) {
    static OfferView of(Reward reward, @Nullable String tier, @Nullable Long remaining) {
        return new OfferView(
                reward.id(),
                reward.terms().title(),
                reward.terms().description(),
                reward.terms().type(),
                reward.terms().currency(),
                reward.terms().price(tier),
                remaining,
                reward.terms().validUntil(),
                reward.terms().partner());
    }
}

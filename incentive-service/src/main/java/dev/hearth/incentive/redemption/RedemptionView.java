package dev.hearth.incentive.redemption;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.contract.incentive.RewardType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A redemption as callers see it. */
@Schema(name = "Redemption")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RedemptionView(
        @Schema(description = "grows with time", examples = "019a9c6e-3f00-7000-8000-000000000001")
        String redemption,

        @Schema(examples = "ada") String memberId,
        @Schema(examples = "tea-voucher") String reward,

        @Schema(description = "the version of the reward whose terms hold", examples = "1")
        int rewardVersion,

        RewardType type,
        Stage.State state,
        @Schema(examples = "points") String currency,

        @Schema(description = "in points", examples = "80") long price,

        @Schema(description = "the code of a coupon, once it is fulfilled", examples = "TEA-7K2M-9QXA") @Nullable
        String code,

        @Schema(description = "how it was handed over, where it was said", examples = "parcel-4711") @Nullable
        String reference,

        Instant madeAt,

        @Schema(description = "it can be confirmed before this time") @Nullable
        Instant reservedUntil,

        @Nullable Instant confirmedAt,
        @Nullable Instant fulfilledAt,
        @Nullable Instant refundableUntil,
        @Nullable Instant endedAt) {
    static RedemptionView of(Redeemed redeemed) {
        Redemption redemption = redeemed.redemption();
        Bargain bargain = redemption.bargain();
        Redemption.Times times = redemption.times();
        return new RedemptionView(
                redemption.id().toString(),
                redemption.holder().member(),
                bargain.reward(),
                bargain.version(),
                bargain.type(),
                redemption.stage().state(),
                bargain.currency(),
                bargain.price(),
                redeemed.code().orElse(null),
                redemption.reference(),
                redemption.madeAt(),
                times.reservedUntil(),
                times.confirmedAt(),
                times.fulfilledAt(),
                times.refundableUntil(),
                times.endedAt());
    }
}

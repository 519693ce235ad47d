package dev.hearth.incentive.tier;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.contract.incentive.TierChangeReason;
import dev.hearth.incentive.standing.Change;
import dev.hearth.incentive.standing.Standing;
import dev.hearth.incentive.standing.Tier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a member stands, as callers see it. */
@Schema(name = "MemberTier")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MemberTierView(
        @Schema(examples = "ada") String memberId,

        @Schema(description = "absent for none", examples = "silver") @Nullable
        String tier,

        @Schema(description = "the lowest is 1; 0 for none", examples = "1")
        int level,

        @Schema(description = "the local day from which on") @Nullable
        LocalDate since,

        @Nullable TierChangeReason reason,

        @Schema(description = "what rules pay, in thousandths", examples = "1000")
        int multiplier,

        List<String> privileges,
        ProgressView progress,
        @Nullable PinView override) {
    /** What the member earned, and what further points would do. */
    @Schema(name = "TierProgress")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProgressView(
            @Schema(description = "whose points qualify", examples = "points")
            String currency,

            @Schema(description = "earned in the period so far", examples = "120")
            long earned,

            @Schema(description = "the first day that counts; absent if all days do") @Nullable
            LocalDate from,

            @Schema(description = "the earned tier's, whatever is pinned", examples = "silver") @Nullable
            String earnedTier,

            @Schema(description = "what it takes in a period to keep the earned tier", examples = "80") @Nullable
            Long keep,

            @Schema(description = "absent at the top", examples = "gold") @Nullable
            String nextTier,

            @Schema(examples = "500") @Nullable Long nextThreshold,

            @Schema(description = "points to go", examples = "380") @Nullable
            Long missing,

            @Schema(description = "when the earned tier would be lost if nothing further were earned") @Nullable
            LocalDate lostOn) {
        static ProgressView of(Standing standing) {
            long earned = standing.earned();
            Change next = standing.next();
            Long threshold = standing.above().map(Tier::threshold).orElse(null);
            return new ProgressView(
                    standing.era().scheme().currency(),
                    earned,
                    standing.from().equals(LocalDate.MIN) ? null : standing.from(),
                    standing.tier().map(Tier::id).orElse(null),
                    standing.tier().map(Tier::keep).orElse(null),
                    standing.above().map(Tier::id).orElse(null),
                    threshold,
                    threshold == null ? null : Math.max(0, threshold - Math.max(0, earned)),
                    next != null && next.level() < standing.level() ? next.on() : null);
        }
    }

    /** What an operator pinned. */
    @Schema(name = "TierOverrideInForce")
    record PinView(
            @Schema(examples = "gold") String tier,
            Instant until,
            @Schema(examples = "for ten years with us") String reason,
            Instant at) {}

    static MemberTierView of(String member, Regard.Progress progress) {
        MemberTier tier = progress.tier();
        Benefits benefits = progress.benefits();
        Pin pin = tier == null ? null : tier.pin();
        return new MemberTierView(
                member,
                tier == null ? null : tier.tier(),
                tier == null ? 0 : tier.level(),
                tier == null ? null : tier.since(),
                tier == null ? null : tier.reason(),
                benefits.multiplier(),
                benefits.privileges(),
                ProgressView.of(progress.standing()),
                pin == null ? null : new PinView(pin.tier(), pin.until(), pin.reason(), pin.at()));
    }
}

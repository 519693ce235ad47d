package dev.hearth.incentive.reward;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.contract.incentive.RewardType;
import dev.hearth.incentive.definition.Defined;
import dev.hearth.incentive.definition.DefinitionStatus;
import dev.hearth.platform.resource.Versioned;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version of a reward as operators see it. */
@Schema(name = "Reward")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RewardView(
        @Schema(examples = "tea-voucher") String reward,

        @Schema(description = "grows by one with every change", examples = "1")
        long version,

        DefinitionStatus status,
        String title,
        @Nullable String description,
        RewardType type,
        String currency,
        long price,
        List<MakeReward.TierPriceOf> tierPrices,
        @Nullable String visibleIf,
        boolean stockCounted,
        List<MakeReward.LimitOf> limits,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        int reservationMinutes,
        @Nullable Integer refundDays,
        MakeReward.@Nullable PrivilegeOf privilege,
        @Nullable String partner,
        MakeReward.@Nullable CostOf cost,
        Instant changedAt,

        @Schema(description = "the token's subject") String changedBy)
        implements Versioned {
    RewardView {
        tierPrices = List.copyOf(tierPrices);
        limits = List.copyOf(limits);
    }

    static RewardView of(Defined<RewardTerms> defined) {
        RewardTerms terms = defined.terms();
        return new RewardView(
                defined.id(),
                defined.version(),
                defined.status(),
                terms.title(),
                terms.description(),
                terms.type(),
                terms.currency(),
                terms.price(),
                terms.tierPrices().stream().map(MakeReward.TierPriceOf::of).toList(),
                terms.visibleIf(),
                terms.countsStock(),
                terms.limits().stream().map(MakeReward.LimitOf::of).toList(),
                terms.validFrom(),
                terms.validUntil(),
                terms.reservationMinutes(),
                terms.refundDays(),
                MakeReward.PrivilegeOf.of(terms.privilege()),
                terms.partner(),
                MakeReward.CostOf.of(terms.cost()),
                defined.changedAt(),
                defined.changedBy());
    }
}

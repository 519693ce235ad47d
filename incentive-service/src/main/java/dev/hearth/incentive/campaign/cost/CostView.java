package dev.hearth.incentive.campaign.cost;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A cost as callers see it. */
@Schema(name = "CampaignCost")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CostView(
        String cost,
        Cost.Kind type,
        @Nullable String group,

        @Schema(description = "minor units; negative for a counter-entry")
        long amount,

        @Schema(description = "ISO 4217", examples = "CNY") String currency,

        String note,

        @Schema(description = "the entry that this one takes back") @Nullable
        String corrects,

        Instant recordedAt,
        String recordedBy) {
    static CostView of(Cost cost) {
        var corrects = cost.corrects();
        return new CostView(
                cost.id().toString(),
                cost.kind(),
                cost.group(),
                cost.amount(),
                cost.currency(),
                cost.note(),
                corrects == null ? null : corrects.toString(),
                cost.recordedAt(),
                cost.recordedBy());
    }
}

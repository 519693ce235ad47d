package dev.hearth.incentive.campaign.cost;

import dev.hearth.incentive.campaign.IsoCurrency;
import dev.hearth.incentive.campaign.budget.CampaignId;
import dev.hearth.platform.problem.Check;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A cost to be recorded. */
@Schema(name = "RecordCost", examples = """
        {"type": "LABOUR", "amount": 48000, "currency": "CNY", "note": "two evenings of moderation"}""")
record RecordCost(
        @Schema(required = true, description = "labour (人力), goods (物力) or money (财力)")
        Cost.@Nullable Kind type,

        @Schema(description = "the group it was spent for, if it is one's", examples = "readers") @Nullable
        String group,

        @Schema(required = true, minimum = "1", description = "minor units")
        long amount,

        @Schema(required = true, description = "ISO 4217", examples = "CNY") @Nullable
        String currency,

        @Schema(required = true, minLength = 1, maxLength = 500) @Nullable
        String note) {
    static final int MAX_NOTE = 500;
    private static final long MAX_AMOUNT = 1_000_000_000_000L;

    Cost cost(UUID id, CampaignId campaign, Instant now, String who) {
        return new Cost(
                id,
                campaign,
                Check.present("/type", type),
                group == null ? null : Check.identifier("/group", group),
                Check.range("/amount", amount, 1, MAX_AMOUNT),
                IsoCurrency.check("/currency", currency),
                Check.text("/note", note, MAX_NOTE),
                null,
                now,
                who);
    }
}

package dev.hearth.incentive.campaign;

import dev.hearth.incentive.ledger.Amount;
import dev.hearth.platform.problem.Check;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Points for a campaign to give away. */
@Schema(name = "FundCampaign", examples = "{\"currency\": \"points\", \"points\": 100000}")
record FundCampaign(
        @Schema(required = true, examples = "points") @Nullable
        String currency,

        @Schema(required = true, minimum = "1", maximum = "1000000000000", description = "added to the budget")
        long points) {
    /** The same, with what can be seen without looking anything up. */
    FundCampaign checked() {
        return new FundCampaign(Check.identifier("/currency", currency), Check.range("/points", points, 1, Amount.MAX));
    }
}

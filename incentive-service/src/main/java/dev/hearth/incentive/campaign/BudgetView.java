package dev.hearth.incentive.campaign;

import dev.hearth.incentive.campaign.budget.BudgetFigures;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a budget of points stands. */
@Schema(name = "CampaignBudget")
public record BudgetView(
        @Schema(examples = "points") String currency,

        @Schema(description = "all that was put in") long funded,

        @Schema(description = "paid out by rules and grants")
        long drawn,

        @Schema(description = "neither drawn nor given back")
        long left,

        @Schema(description = "the part of what is left that lies in slices of partitions")
        long reserved,

        @Schema(description = "given back at the closing") long returned,

        @Schema(description = "how often it paid") long awards) {
    /** As it is counted. */
    public static BudgetView of(BudgetFigures.Figure figure) {
        return new BudgetView(
                figure.currency(),
                figure.funded(),
                figure.drawn(),
                figure.left(),
                figure.reserved(),
                figure.returned(),
                figure.awards());
    }
}

package dev.hearth.incentive.campaign.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.incentive.campaign.BudgetView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of a campaign so far. */
@Schema(name = "CampaignReport")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CampaignReportView(
        @Schema(examples = "spring") String campaign,
        String name,

        @Schema(description = "DRAFT, ACTIVE or RETIRED: closed")
        String status,

        Instant opensAt,
        @Nullable Instant endsAt,
        @Schema(description = "points, by currency") List<BudgetView> budgets,
        @Schema(description = "money, by currency") List<Spent> money,

        @Schema(description = "money by what it was spent on and the group it was spent for, at most 2,000")
        List<Cost> costs,

        @Schema(description = "how often members were paid") long awards,
        @Schema(description = "how many members were paid") long membersReached,
        HoldOut holdOut,
        List<Target> targets,

        @Schema(description = "shares of budgets that were told")
        List<Alert> alerts) {
    /** Money of one currency. */
    @Schema(name = "CampaignMoneySpent")
    record Spent(
            @Schema(description = "ISO 4217") String currency,

            @Schema(description = "what it may cost, in minor units; 0 where nothing was planned")
            long planned,

            @Schema(description = "what it cost, in minor units")
            long spent) {}

    /** What was spent on one thing for one group. */
    @Schema(name = "CampaignCostSum")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cost(
            @Schema(description = "LABOUR, GOODS or MONEY") String type,
            @Nullable String group,
            @Schema(description = "ISO 4217") String currency,
            @Schema(description = "minor units") long amount) {}

    /** Whom the campaign reached, and whom it would have reached. */
    @Schema(name = "CampaignHoldOut")
    record HoldOut(
            @Schema(description = "the share of members, in thousandths, who get nothing")
            int permille,

            @Schema(description = "members who were paid") long treated,

            @Schema(description = "members who would have been paid but are held out")
            long heldOut) {}

    /** What shall be reached, and what is. */
    @Schema(name = "CampaignTargetReached")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Target(
            String metric,

            @Schema(description = "the least that counts as reached")
            long target,

            @Schema(description = "what is, where it is measured here") @Nullable
            Long actual,

            @Nullable Boolean reached) {}

    /** A share of a budget that was reached. */
    @Schema(name = "CampaignAlert")
    record Alert(String currency, int percent, Instant toldAt) {}
}

package dev.hearth.incentive.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.incentive.definition.DefinitionStatus;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A budget among all of a community. */
@Schema(name = "CommunityBudget")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CommunityBudgetView(
        @Schema(examples = "spring") String campaign,

        @Schema(description = "for people", examples = "Spring")
        String name,

        @Schema(description = "of the campaign; RETIRED: closed for good")
        DefinitionStatus status,

        @Schema(description = "the first instant whose deeds it pays")
        Instant opensAt,

        @Schema(description = "the first instant whose deeds it pays no more; absent: no end") @Nullable
        Instant endsAt,

        @Schema(description = "shares in percent that are told when they are drawn; growing", examples = "[80, 100]")
        List<Integer> alertPercents,

        BudgetView budget) {
    CommunityBudgetView {
        alertPercents = List.copyOf(alertPercents);
    }

    static CommunityBudgetView of(CommunityBudgets.Line line) {
        return new CommunityBudgetView(
                line.campaign(),
                line.name(),
                line.status(),
                line.opensAt(),
                line.endsAt(),
                line.alertPercents(),
                BudgetView.of(line.figure()));
    }
}

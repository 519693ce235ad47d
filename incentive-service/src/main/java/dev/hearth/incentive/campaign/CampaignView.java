package dev.hearth.incentive.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.incentive.definition.Defined;
import dev.hearth.incentive.definition.DefinitionStatus;
import dev.hearth.platform.resource.Versioned;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version of a campaign as callers see it. */
@Schema(name = "Campaign")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CampaignView(
        @Schema(examples = "spring") String campaign,

        @Schema(description = "grows by one with every change")
        long version,

        @Schema(description = "RETIRED: closed for good") DefinitionStatus status,

        String name,
        Instant opensAt,
        @Nullable Instant endsAt,
        List<Target> targets,
        List<Money> money,
        int holdOutPermille,
        List<Integer> alertPercents,
        Instant changedAt,
        String changedBy)
        implements Versioned {
    /** What shall be reached. */
    @Schema(name = "CampaignTarget")
    record Target(String metric, long value) {}

    /** What it may cost. */
    @Schema(name = "CampaignMoney")
    record Money(
            @Schema(description = "ISO 4217") String currency,

            @Schema(description = "minor units") long amount) {}

    static CampaignView of(Defined<CampaignTerms> defined) {
        CampaignTerms terms = defined.terms();
        return new CampaignView(
                defined.id(),
                defined.version(),
                defined.status(),
                terms.name(),
                terms.opensAt(),
                terms.endsAt(),
                terms.targets().stream()
                        .map(target -> new Target(target.metric(), target.value()))
                        .toList(),
                terms.money().stream()
                        .map(money -> new Money(money.currency(), money.amount()))
                        .toList(),
                terms.holdOutPermille(),
                terms.alertPercents(),
                defined.changedAt(),
                defined.changedBy());
    }
}

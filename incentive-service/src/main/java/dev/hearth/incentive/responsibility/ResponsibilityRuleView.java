package dev.hearth.incentive.responsibility;

import dev.hearth.incentive.definition.Defined;
import dev.hearth.incentive.definition.DefinitionStatus;
import dev.hearth.platform.resource.Versioned;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of a rule of responsibility as callers see it. */
@Schema(name = "ResponsibilityRule")
record ResponsibilityRuleView(
        @Schema(examples = "default") String rule,

        @Schema(description = "grows by one with every change")
        long version,

        DefinitionStatus status,
        String name,
        @Schema(description = "percent") int manager,
        @Schema(description = "percent") int lead,
        @Schema(description = "percent") int person,

        @Schema(description = "who is exempt when one of the three reported the fault before it was discovered")
        List<Role> exempts,

        @Schema(description = "what becomes of an exempt share: WAIVED, nobody takes it over")
        String exemptShare,

        Instant changedAt,
        String changedBy)
        implements Versioned {
    static ResponsibilityRuleView of(Defined<ResponsibilityTerms> defined) {
        ResponsibilityTerms terms = defined.terms();
        return new ResponsibilityRuleView(
                defined.id(),
                defined.version(),
                defined.status(),
                terms.name(),
                terms.manager(),
                terms.lead(),
                terms.person(),
                terms.exempts().stream().sorted().toList(),
                "WAIVED",
                defined.changedAt(),
                defined.changedBy());
    }
}

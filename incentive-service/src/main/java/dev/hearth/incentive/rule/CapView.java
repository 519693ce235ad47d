package dev.hearth.incentive.rule;

import dev.hearth.incentive.accrual.Cap;
import dev.hearth.incentive.definition.Defined;
import dev.hearth.incentive.definition.DefinitionStatus;
import dev.hearth.platform.resource.Versioned;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A cap as callers see it. */
@Schema(name = "Cap")
record CapView(
        @Schema(examples = "daily-20") String cap,
        Cap.Scope scope,
        Cap.Window window,
        Cap.Unit unit,
        @Schema(examples = "20") long limit,
        DefinitionStatus status,

        @Schema(description = "grows by one with every change", examples = "1")
        long version,

        Instant changedAt,

        @Schema(description = "the token's subject", examples = "local-operator")
        String changedBy)
        implements Versioned {
    static CapView of(Defined<CapTerms> cap) {
        CapTerms terms = cap.terms();
        return new CapView(
                cap.id(),
                terms.scope(),
                terms.window(),
                terms.unit(),
                terms.limit(),
                cap.status(),
                cap.version(),
                cap.changedAt(),
                cap.changedBy());
    }
}

package dev.hearth.incentive.rule;

import dev.hearth.incentive.definition.Defined;
import dev.hearth.incentive.definition.DefinitionStatus;
import dev.hearth.platform.resource.Versioned;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A named period as callers see it. */
@Schema(name = "Period")
record PeriodView(
        @Schema(examples = "spring-festival") String period,
        @Schema(examples = "春节") String name,
        List<Stretch> spans,
        DefinitionStatus status,

        @Schema(description = "grows by one with every change", examples = "1")
        long version,

        Instant changedAt,

        @Schema(description = "the token's subject", examples = "local-operator")
        String changedBy)
        implements Versioned {
    PeriodView {
        spans = List.copyOf(spans);
    }

    /** Once: from the first instant to the first after it. */
    @Schema(name = "PeriodStretch")
    record Stretch(Instant from, Instant until) {}

    static PeriodView of(Defined<PeriodTerms> period) {
        return new PeriodView(
                period.id(),
                period.terms().name(),
                period.terms().spans().stream()
                        .map(span -> new Stretch(span.from(), span.until()))
                        .toList(),
                period.status(),
                period.version(),
                period.changedAt(),
                period.changedBy());
    }
}

package dev.hearth.incentive.compensation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.platform.resource.Versioned;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A compensation as callers see it. */
@Schema(name = "Compensation")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CompensationView(
        @Schema(examples = "outage-0302") String compensation,
        String incident,
        String campaign,
        String currency,
        long points,
        int holdOutPermille,
        Expected expected,
        Instant madeAt,
        String madeBy)
        implements Versioned {
    @Override
    @JsonIgnore
    @Schema(hidden = true)
    public long version() {
        return 1;
    }

    /** What is expected in return. */
    @Schema(name = "ExpectedEffect")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Expected(
            Compensation.Metric metric,
            @Nullable String kind,
            @Schema(description = "difference of means") double value,
            int horizonDays) {}

    static CompensationView of(Compensation compensation) {
        Compensation.Terms terms = compensation.terms();
        return new CompensationView(
                terms.id(),
                terms.incident(),
                terms.campaign(),
                terms.currency(),
                terms.points(),
                terms.holdOutPermille(),
                new Expected(terms.metric(), terms.kind(), terms.expected(), terms.horizonDays()),
                compensation.madeAt(),
                compensation.madeBy());
    }
}

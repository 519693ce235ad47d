package dev.hearth.incentive.badge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.incentive.definition.Defined;
import dev.hearth.incentive.definition.DefinitionStatus;
import dev.hearth.platform.resource.Versioned;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A badge as callers see it. */
@Schema(name = "Badge")
@JsonInclude(JsonInclude.Include.NON_NULL)
record BadgeView(
        @Schema(examples = "friends") String badge,
        @Schema(examples = "Bringer of friends") String name,
        @Nullable String image,
        @Nullable String description,
        DefinitionStatus status,

        @Schema(description = "grows by one with every change", examples = "1")
        long version,

        Instant changedAt,

        @Schema(description = "the token's subject", examples = "local-operator")
        String changedBy)
        implements Versioned {
    static BadgeView of(Defined<BadgeTerms> badge) {
        BadgeTerms terms = badge.terms();
        return new BadgeView(
                badge.id(),
                terms.name(),
                terms.image(),
                terms.description(),
                badge.status(),
                badge.version(),
                badge.changedAt(),
                badge.changedBy());
    }
}

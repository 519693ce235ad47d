package dev.hearth.incentive.challenge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.incentive.definition.Defined;
import dev.hearth.incentive.definition.DefinitionStatus;
import dev.hearth.platform.resource.Versioned;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A challenge as callers see it. */
@Schema(name = "Challenge")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChallengeView(
        @Schema(examples = "ten-messages") String challenge,
        @Schema(examples = "Ten messages") String title,
        Measure measure,
        List<String> kinds,
        @Nullable String condition,
        @Nullable Integer vestingDays,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        List<StageView> stages,
        DefinitionStatus status,

        @Schema(description = "grows by one with every change", examples = "1")
        long version,

        Instant changedAt,

        @Schema(description = "the token's subject", examples = "local-operator")
        String changedBy)
        implements Versioned {
    /** A stage. */
    @Schema(name = "Stage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StageView(
            @Schema(examples = "five") String stage,
            @Schema(examples = "5") long target,
            @Nullable PointsView points,
            @Nullable String badge,
            @Nullable String privilege,
            @Nullable Integer privilegeDays) {
        static StageView of(StageTerms stage) {
            Prize prize = stage.prize();
            Prize.Points points = prize.points();
            return new StageView(
                    stage.stage(),
                    stage.target(),
                    points == null ? null : new PointsView(points.currency(), points.amount(), points.expireDays()),
                    prize.badge(),
                    prize.privilege(),
                    prize.privilegeDays());
        }
    }

    /** Points of a stage. */
    @Schema(name = "PointsOfStage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PointsView(
            @Schema(examples = "points") String currency,
            @Schema(examples = "10") long amount,
            @Nullable Integer expireDays) {}

    static ChallengeView of(Defined<ChallengeTerms> defined) {
        ChallengeTerms terms = defined.terms();
        return new ChallengeView(
                defined.id(),
                terms.title(),
                terms.measure(),
                List.copyOf(terms.kinds()),
                terms.condition(),
                terms.vestingDays(),
                terms.validFrom(),
                terms.validUntil(),
                terms.stages().stream().map(StageView::of).toList(),
                defined.status(),
                defined.version(),
                defined.changedAt(),
                defined.changedBy());
    }
}

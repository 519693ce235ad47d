package dev.hearth.incentive.tier;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.incentive.definition.Defined;
import dev.hearth.incentive.definition.DefinitionStatus;
import dev.hearth.incentive.standing.Downgrade;
import dev.hearth.incentive.standing.QualifyingPeriod;
import dev.hearth.incentive.standing.Scheme;
import dev.hearth.incentive.standing.Tier;
import dev.hearth.platform.resource.Versioned;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version of the scheme as callers see it. */
@Schema(name = "TierScheme")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TierSchemeView(
        @Schema(examples = "points") String currency,
        PeriodView period,
        Downgrade downgrade,

        @Schema(examples = "14") int graceDays,

        List<TierView> tiers,
        DefinitionStatus status,

        @Schema(description = "grows by one with every change", examples = "1")
        long version,

        Instant changedAt,

        @Schema(description = "the token's subject", examples = "local-operator")
        String changedBy)
        implements Versioned {
    /** Whose days count. */
    @Schema(name = "QualifyingPeriodOfScheme")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PeriodView(
            QualifyingPeriod.Kind kind,

            @Schema(description = "of a rolling one") @Nullable
            Integer days) {}

    /** One tier. */
    @Schema(name = "Tier")
    record TierView(
            @Schema(examples = "gold") String tier,
            @Schema(examples = "Gold") String name,

            @Schema(description = "the lowest is 1", examples = "2")
            int level,

            @Schema(examples = "500") long threshold,
            @Schema(examples = "300") long keep,

            @Schema(description = "in thousandths", examples = "1500")
            int multiplier,

            List<String> privileges) {
        static TierView of(Tier tier, int level) {
            return new TierView(
                    tier.id(), tier.name(), level, tier.threshold(), tier.keep(), tier.multiplier(), tier.privileges());
        }
    }

    static TierSchemeView of(Defined<Scheme> defined) {
        Scheme scheme = defined.terms();
        return new TierSchemeView(
                scheme.currency(),
                new PeriodView(scheme.period().kind(), scheme.period().days()),
                scheme.downgrade(),
                scheme.graceDays(),
                scheme.tiers().stream()
                        .map(tier -> TierView.of(tier, scheme.level(tier.id())))
                        .toList(),
                defined.status(),
                defined.version(),
                defined.changedAt(),
                defined.changedBy());
    }
}

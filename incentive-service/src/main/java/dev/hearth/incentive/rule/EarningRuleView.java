package dev.hearth.incentive.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.incentive.currency.ExpiryPolicy;
import dev.hearth.incentive.definition.Defined;
import dev.hearth.incentive.definition.DefinitionStatus;
import dev.hearth.platform.resource.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One version of an earning rule as callers see it. */
@Schema(name = "EarningRule")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EarningRuleView(
        @Schema(examples = "message-points") String rule,
        DefinitionStatus status,
        @Schema(examples = "[\"message.posted\"]") List<String> kinds,
        @Schema(examples = "event.value >= 100") @Nullable String condition,
        @Nullable List<String> periods,
        @Schema(examples = "points") String currency,
        @Schema(examples = "2") @Nullable Long amount,
        @Nullable PayTerms pay,
        List<CapUse> caps,
        @Nullable PaceTerms pace,
        @Nullable ExpiryPolicy expiry,
        @Nullable PendingTerms pending,
        @Nullable StackingTerms stacking,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,

        @Schema(
                description =
                        "why what it pays depends on the order in which events arrive, as the rules are now; absent:"
                                + " it does not, or it is not in force")
        @Nullable
        List<String> orderDependence,

        @Schema(description = "events that it could not be evaluated for, and so paid nothing; absent: none") @Nullable
        TroubleView faults,

        @Schema(description = "awards that its campaign did not pay; absent: none") @Nullable
        TroubleView refusals,

        @Schema(description = "grows by one with every change; stands on what was paid by it", examples = "1")
        long version,

        Instant changedAt,

        @Schema(description = "the token's subject", examples = "local-operator")
        String changedBy)
        implements Versioned {
    public EarningRuleView {
        kinds = List.copyOf(kinds);
        caps = List.copyOf(caps);
    }

    /** The campaign whose budget pays. */
    public static @Nullable String campaign(EarningRuleView rule) {
        return rule.pay == null ? null : rule.pay.campaign();
    }

    static EarningRuleView of(Defined<RuleTerms> rule) {
        return of(rule, List.of(), Map.of());
    }

    static EarningRuleView of(
            Defined<RuleTerms> rule, List<String> orderDependence, Map<String, TroubleView> troubles) {
        RuleTerms terms = rule.terms();
        return new EarningRuleView(
                rule.id(),
                rule.status(),
                terms.kinds(),
                terms.condition(),
                terms.periods(),
                terms.currency(),
                terms.amount(),
                terms.pay(),
                terms.caps(),
                terms.pace(),
                terms.expiry(),
                terms.pending(),
                terms.stacking(),
                terms.validFrom(),
                terms.validUntil(),
                orderDependence.isEmpty() ? null : List.copyOf(orderDependence),
                troubles.get("FAULT"),
                troubles.get("REFUSAL"),
                rule.version(),
                rule.changedAt(),
                rule.changedBy());
    }
}

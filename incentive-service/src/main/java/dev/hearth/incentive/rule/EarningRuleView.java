package dev.hearth.incentive.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.platform.resource.Versioned;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One version of an earning rule as callers see it. */
@Schema(name = "EarningRule")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EarningRuleView(
        @Schema(examples = "message-points") String rule,
        @Schema(examples = "[\"message.posted\"]") List<String> kinds,
        @Schema(examples = "points") String currency,
        @Schema(examples = "2") long amount,
        List<CapUse> caps,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,

        @Schema(description = "grows by one with every change; stands on what was paid by it", examples = "1")
        long version,

        Instant changedAt,

        @Schema(description = "the token's subject", examples = "local-operator")
        String changedBy)
        implements Versioned {
    EarningRuleView {
        kinds = List.copyOf(kinds);
        caps = List.copyOf(caps);
    }

    static EarningRuleView of(EarningRuleVersion rule) {
        RuleTerms terms = rule.terms();
        return new EarningRuleView(
                rule.id(),
                List.copyOf(terms.kinds()),
                terms.currency(),
                terms.amount(),
                CapUse.of(terms),
                terms.validFrom(),
                terms.validUntil(),
                rule.version(),
                rule.changedAt(),
                rule.changedBy());
    }
}

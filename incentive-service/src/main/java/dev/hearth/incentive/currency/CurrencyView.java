package dev.hearth.incentive.currency;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.incentive.currency.CurrencyTerms.TransferLimits;
import dev.hearth.platform.resource.Versioned;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A currency as callers see it. */
@Schema(name = "Currency")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CurrencyView(
        @Schema(examples = "points") String currency,
        @Schema(examples = "Points") String name,

        CurrencyTerms.Purpose purpose,
        ExpiryPolicy expiry,

        @Schema(description = "how much members may give each other; absent: nothing") @Nullable
        TransferLimits transfers,

        @Schema(description = "corrections of more points than this need a second person", examples = "1000") @Nullable
        Long approvalAbove,

        @Schema(description = "grows by one with every change", examples = "1")
        long version,

        Instant changedAt,

        @Schema(description = "the token's subject", examples = "local-operator")
        String changedBy)
        implements Versioned {
    static CurrencyView of(Currency currency) {
        CurrencyTerms terms = currency.terms();
        return new CurrencyView(
                currency.id(),
                currency.name(),
                terms.purpose(),
                terms.expiry(),
                terms.transfers(),
                terms.approvalAbove(),
                currency.version(),
                currency.changedAt(),
                currency.changedBy());
    }
}

package dev.hearth.incentive.currency;

import dev.hearth.platform.resource.Versioned;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A currency as callers see it. */
@Schema(name = "Currency")
record CurrencyView(
        @Schema(examples = "points") String currency,
        @Schema(examples = "Points") String name,

        @Schema(description = "grows by one with every change", examples = "1")
        long version,

        Instant changedAt,

        @Schema(description = "the token's subject", examples = "local-operator")
        String changedBy)
        implements Versioned {
    static CurrencyView of(Currency currency) {
        return new CurrencyView(
                currency.id(), currency.name(), currency.version(), currency.changedAt(), currency.changedBy());
    }
}

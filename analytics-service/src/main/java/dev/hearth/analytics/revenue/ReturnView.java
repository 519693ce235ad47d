package dev.hearth.analytics.revenue;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.activity.Ratio;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came in, what went out and what came back on it. Amounts are in minor units. */
@Schema(name = "Return")
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReturnView(
        @Schema(
                required = true,
                nullable = true,
                description = "the model, campaign, channel, partner or group; null for money that names none",
                examples = "spring-run")
        @Nullable
        String part,

        @Schema(required = true, description = "ISO 4217; currencies are never added up", examples = "CNY")
        String currency,

        @Schema(required = true) long revenue,
        @Schema(required = true) long cost,

        @Schema(required = true, description = "revenue - cost")
        long profit,

        @Schema(
                required = true,
                nullable = true,
                description = "profit / cost (return on investment), 6 decimals (ties to even); null without cost",
                examples = "0.25")
        @Nullable
        BigDecimal roi) {
    static ReturnView of(Return of) {
        return new ReturnView(
                of.part(), of.currency(), of.revenue(), of.cost(), of.profit(), Ratio.of(of.profit(), of.cost()));
    }
}

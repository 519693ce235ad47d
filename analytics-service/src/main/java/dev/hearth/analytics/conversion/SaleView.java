package dev.hearth.analytics.conversion;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.activity.Ratio;
import dev.hearth.analytics.activity.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was bought in a period. Amounts are in minor units of whatever currency the events are in. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SaleView(
        @Schema(required = true, description = "the day, week or month")
        String period,

        @Schema(required = true, description = "its first day")
        LocalDate start,

        @Schema(required = true, description = "its last day")
        LocalDate end,

        @Schema(required = true, description = "distinct members who did anything")
        long activeMembers,

        @Schema(required = true, description = "distinct members who bought (`purchase.made`)")
        long buyers,

        @Schema(required = true, description = "buyers of whom a purchase in the period was not the first ever (复购)")
        long repeatBuyers,

        @Schema(
                required = true,
                nullable = true,
                description = "buyers / activeMembers, 6 decimals; null if nobody was active")
        @Nullable
        BigDecimal conversionRate,

        @Schema(
                required = true,
                nullable = true,
                description = "repeatBuyers / buyers, 6 decimals; null without buyers")
        @Nullable
        BigDecimal repurchaseRate,

        @Schema(required = true, description = "purchases") long orders,

        @Schema(required = true, description = "what they cost")
        long gross,

        @Schema(required = true, description = "refunds (`purchase.refunded`), whenever it was bought")
        long refunds,

        @Schema(required = true, description = "what was refunded")
        long refunded,

        @Schema(required = true, description = "gross - refunded")
        long net,

        @Schema(
                required = true,
                nullable = true,
                description = "net / activeMembers (ARPU), 6 decimals; null if nobody was active")
        @Nullable
        BigDecimal netPerActiveMember) {
    static SaleView of(Window window, Sale sale) {
        long net = sale.gross() - sale.refunded();
        return new SaleView(
                window.name(),
                window.days().first(),
                window.days().last(),
                sale.active(),
                sale.buyers(),
                sale.repeatBuyers(),
                Ratio.of(sale.buyers(), sale.active()),
                Ratio.of(sale.repeatBuyers(), sale.buyers()),
                sale.orders(),
                sale.gross(),
                sale.refunds(),
                sale.refunded(),
                net,
                Ratio.of(net, sale.active()));
    }
}

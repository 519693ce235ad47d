package dev.hearth.incentive.stock;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry of a reward's stock. */
@Schema(name = "StockEntry")
record StockEntryView(
        @Schema(description = "grows with time") String entry,

        @Schema(description = "what came, or went if negative", examples = "100")
        long quantity,

        @Schema(description = "what was there afterwards", examples = "100")
        long remaining,

        @Schema(examples = "first delivery") String reason,
        Instant enteredAt,

        @Schema(description = "the token's subject") String enteredBy) {
    static StockEntryView of(StockEntry entry) {
        return new StockEntryView(
                entry.id().toString(), entry.quantity(), entry.remaining(), entry.reason(), entry.at(), entry.by());
    }
}

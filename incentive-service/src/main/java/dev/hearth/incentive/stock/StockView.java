package dev.hearth.incentive.stock;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much of a reward is left. */
@Schema(name = "Stock")
record StockView(
        @Schema(examples = "tea-cup") String reward,

        @Schema(description = "what can still be redeemed: entries less redemptions that were not cancelled")
        long remaining) {}

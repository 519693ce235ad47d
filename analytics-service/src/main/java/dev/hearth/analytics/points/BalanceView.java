package dev.hearth.analytics.points;

import static java.util.Objects.requireNonNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a member has of a currency. */
@Schema(name = "PointsBalance")
record BalanceView(
        @Schema(required = true, examples = "ada") String memberId,

        @Schema(required = true, examples = "points") String currency,

        @Schema(required = true, description = "spendable, less what is owed", examples = "20")
        long points,

        @Schema(required = true, description = "what can be spent", examples = "20")
        long spendable,

        @Schema(required = true, description = "reserved", examples = "0")
        long held,

        @Schema(required = true, description = "not spendable yet", examples = "0")
        long pending,

        @Schema(
                required = true,
                description = "taken back when it had been spent; paid from what is earned next",
                examples = "0")
        long owed) {
    BalanceView {
        requireNonNull(memberId);
        requireNonNull(currency);
    }
}

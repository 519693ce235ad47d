package dev.hearth.incentive.statement;

import dev.hearth.incentive.ledger.Balance;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a member has of a currency. */
@Schema(name = "Balance")
record BalanceView(
        @Schema(examples = "ada") String memberId,
        @Schema(examples = "points") String currency,

        @Schema(description = "spendable, less what is owed; each at most 2^53 - 1", examples = "20")
        long points,

        @Schema(description = "what can be spent", examples = "20")
        long spendable,

        @Schema(description = "reserved", examples = "0") long held,

        @Schema(description = "not spendable yet", examples = "0")
        long pending,

        @Schema(description = "taken back when it had been spent; paid from what is earned next", examples = "0")
        long owed) {
    static BalanceView of(Balance balance) {
        return new BalanceView(
                balance.member(),
                balance.currency(),
                balance.net(),
                balance.spendable(),
                balance.held(),
                balance.pending(),
                balance.owed());
    }
}

package dev.hearth.incentive.statement;

import dev.hearth.incentive.ledger.Balance;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a member has of a currency. */
@Schema(name = "Balance")
record BalanceView(
        @Schema(examples = "ada") String memberId,
        @Schema(examples = "points") String currency,

        @Schema(description = "0 or more, at most 2^53 - 1", examples = "20")
        long points) {
    static BalanceView of(Balance balance) {
        return new BalanceView(balance.member(), balance.currency(), balance.points());
    }
}

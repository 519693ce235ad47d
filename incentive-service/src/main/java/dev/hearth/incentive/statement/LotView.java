package dev.hearth.incentive.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.History.OwnLot;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Points of a member that expire together. */
@Schema(name = "Lot")
@JsonInclude(JsonInclude.Include.NON_NULL)
record LotView(
        @Schema(examples = "points") String currency,
        @Schema(examples = "20") long points,

        @Schema(description = "when they expire; absent: never") @Nullable
        Instant expiresAt) {
    static LotView of(OwnLot own) {
        Instant expires = own.lot().expiresAt();
        return new LotView(own.currency(), own.lot().points(), expires.equals(Account.NEVER) ? null : expires);
    }
}

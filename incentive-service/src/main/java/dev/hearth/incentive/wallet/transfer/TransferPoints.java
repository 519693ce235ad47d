package dev.hearth.incentive.wallet.transfer;

import dev.hearth.incentive.ledger.Amount;
import dev.hearth.platform.problem.Check;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Points that a member gives another. */
@Schema(name = "TransferPoints", examples = """
        {"from": "ada", "to": "bob", "currency": "points", "amount": 5, "note": "thank you"}""")
record TransferPoints(
        @Schema(required = true, examples = "ada") @Nullable String from,

        @Schema(required = true, examples = "bob") @Nullable String to,

        @Schema(required = true, examples = "points") @Nullable
        String currency,

        @Schema(required = true, minimum = "1", maximum = "1000000000000", examples = "5") @Nullable
        Long amount,

        @Schema(maxLength = MAX_NOTE, examples = "thank you") @Nullable
        String note) {
    static final int MAX_NOTE = 500;

    /** The same, checked. */
    TransferPoints checked() {
        String sender = Check.identifier("/from", from);
        if (sender.equals(to)) {
            throw Check.refused("/to", "is " + to + ", the sender; must be another member");
        }
        return new TransferPoints(
                sender,
                Check.identifier("/to", to),
                Check.identifier("/currency", currency),
                Check.range("/amount", Check.present("/amount", amount), 1, Amount.MAX),
                note == null ? null : Check.text("/note", note, MAX_NOTE));
    }
}

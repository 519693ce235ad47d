package dev.hearth.incentive.wallet.adjustment;

import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.Amount;
import dev.hearth.platform.problem.Check;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A correction by hand, as it is asked for. */
@Schema(name = "AdjustPoints")
record AdjustPoints(
        @Schema(required = true, examples = "ada") @Nullable String memberId,

        @Schema(required = true, examples = "points") @Nullable
        String currency,

        @Schema(
                required = true,
                description = "given if positive, taken if negative; not 0",
                minimum = "-1000000000000",
                maximum = "1000000000000",
                examples = "500")
        @Nullable
        Long amount,

        @Schema(required = true, minLength = 1, maxLength = MAX_REASON, examples = "prize of the meet-up") @Nullable
        String reason,

        @Schema(description = "what it belongs to, e.g. a ticket", maxLength = MAX_REFERENCE) @Nullable
        String reference,

        @Schema(
                description = "true: what the member lacks is owed, paid by what is earned next; false: refused",
                defaultValue = "false")
        @Nullable
        Boolean owe,

        @Schema(description = "when given points expire; left out: as the currency says") @Nullable
        Instant expiresAt) {
    static final int MAX_REASON = 500;
    static final int MAX_REFERENCE = 200;

    /** The same, checked. */
    AdjustPoints checked(Instant now) {
        long points = Check.range("/amount", Check.present("/amount", amount), -Amount.MAX, Amount.MAX);
        if (points == 0) {
            throw Check.refused("/amount", "is 0, must give or take something");
        }
        if (expiresAt != null && points < 0) {
            throw Check.refused("/expiresAt", "means nothing for points that are taken; leave it out");
        }
        if (expiresAt != null && (!expiresAt.isAfter(now) || expiresAt.isAfter(Account.NEVER))) {
            throw Check.refused("/expiresAt", "is " + expiresAt + ", must be in the future, before the year 10000");
        }
        return new AdjustPoints(
                Check.identifier("/memberId", memberId),
                Check.identifier("/currency", currency),
                points,
                Check.text("/reason", reason, MAX_REASON),
                reference == null ? null : Check.text("/reference", reference, MAX_REFERENCE),
                owe,
                expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MICROS));
    }
}

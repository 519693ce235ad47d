package dev.hearth.incentive.wallet.hold;

import dev.hearth.incentive.ledger.Amount;
import dev.hearth.platform.problem.Check;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Points that shall be reserved. */
@Schema(name = "HoldPoints", examples = """
        {"memberId": "ada", "currency": "points", "amount": 20, "reference": "order/4711"}""")
record HoldPoints(
        @Schema(required = true, examples = "ada") @Nullable String memberId,

        @Schema(required = true, examples = "points") @Nullable
        String currency,

        @Schema(required = true, minimum = "1", maximum = "1000000000000", examples = "20") @Nullable
        Long amount,

        @Schema(description = "when it is given back by itself, at most 90 days ahead; left out: in 15 minutes")
        @Nullable
        Instant expiresAt,

        @Schema(description = "what it belongs to", maxLength = MAX_REFERENCE, examples = "order/4711") @Nullable
        String reference,

        @Schema(maxLength = MAX_REASON) @Nullable String reason) {
    static final int MAX_REFERENCE = 200;
    static final int MAX_REASON = 500;
    private static final Duration DEFAULT = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofDays(90);

    /** The same, checked and whole. */
    HoldPoints checked(Instant now) {
        Instant end = expiresAt == null ? now.plus(DEFAULT) : expiresAt.truncatedTo(ChronoUnit.MICROS);
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
            throw Check.refused("/expiresAt", "is " + end + ", must be in the next " + LONGEST.toDays() + " days");
        }
        return new HoldPoints(
                Check.identifier("/memberId", memberId),
                Check.identifier("/currency", currency),
                Check.range("/amount", Check.present("/amount", amount), 1, Amount.MAX),
                end,
                reference == null ? null : Check.text("/reference", reference, MAX_REFERENCE),
                reason == null ? null : Check.text("/reason", reason, MAX_REASON));
    }
}

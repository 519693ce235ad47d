package dev.hearth.incentive.currency;

import dev.hearth.incentive.currency.CurrencyTerms.Purpose;
import dev.hearth.incentive.currency.CurrencyTerms.TransferLimits;
import dev.hearth.incentive.ledger.Amount;
import dev.hearth.platform.problem.Check;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All that is chosen of a currency. */
@Schema(name = "IntroduceCurrency", examples = """
        {"name": "Points", "transfers": {"perTransfer": 100, "perDay": 500}, "approvalAbove": 1000}""")
record IntroduceCurrency(
        @Schema(required = true, minLength = 1, maxLength = Currency.MAX_NAME, examples = "Points") @Nullable
        String name,

        @Schema(
                description = "SPENDABLE can be held, spent and transferred, QUALIFYING counts for tiers only",
                defaultValue = "SPENDABLE")
        @Nullable
        Purpose purpose,

        @Schema(description = "when points expire where no rule says otherwise; left out: never") @Nullable
        SetExpiry expiry,

        @Schema(description = "how much members may give each other; left out: nothing") @Nullable
        SetTransfers transfers,

        @Schema(
                description = "corrections by hand of more points than this need a second person; left out: none does",
                minimum = "0",
                maximum = "1000000000000")
        @Nullable
        Long approvalAbove) {
    /** How much members may give each other. */
    @Schema(name = "SetTransfers")
    record SetTransfers(
            @Schema(
                    required = true,
                    description = "points in one transfer, at most",
                    minimum = "1",
                    maximum = "1000000000000")
            @Nullable
            Long perTransfer,

            @Schema(
                    required = true,
                    description = "points of a sender in a local day of the community, at most",
                    minimum = "1",
                    maximum = "1000000000000")
            @Nullable
            Long perDay) {
        TransferLimits limits() {
            return new TransferLimits(
                    points("/transfers/perTransfer", perTransfer), points("/transfers/perDay", perDay));
        }

        private static long points(String pointer, @Nullable Long given) {
            return Check.range(pointer, Check.present(pointer, given), 1, Amount.MAX);
        }
    }

    String checkedName() {
        return Check.text("/name", name, Currency.MAX_NAME);
    }

    CurrencyTerms terms() {
        CurrencyTerms terms = new CurrencyTerms(
                Objects.requireNonNullElse(purpose, Purpose.SPENDABLE),
                expiry == null ? ExpiryPolicy.NEVER : expiry.policy("/expiry"),
                transfers == null ? null : transfers.limits(),
                approvalAbove == null ? null : (Long) Check.range("/approvalAbove", approvalAbove, 0, Amount.MAX));
        if (terms.purpose() == Purpose.QUALIFYING && terms.transfers() != null) {
            throw Check.refused("/transfers", "is given, but points that only count cannot be transferred");
        }
        return terms;
    }
}

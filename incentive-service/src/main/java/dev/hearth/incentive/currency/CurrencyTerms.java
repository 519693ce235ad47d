package dev.hearth.incentive.currency;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What may be done with a currency.
 *
 * @param purpose whether it can be spent, or decides about tiers only
 * @param expiry when its points expire where no rule says otherwise
 * @param transfers how much members may give each other; null: nothing
 * @param approvalAbove corrections by hand of more points than this, up or down, need a second person; null: none does
 */
public record CurrencyTerms(
        Purpose purpose,
        ExpiryPolicy expiry,
        @Nullable TransferLimits transfers,
        @Nullable Long approvalAbove) {
    /** Spendable, never expiring, not transferable. */
    public static final CurrencyTerms PLAIN = new CurrencyTerms(Purpose.SPENDABLE, ExpiryPolicy.NEVER, null, null);

    /** What a currency is for. */
    public enum Purpose {
        /** It can be held, spent and transferred. */
        SPENDABLE,
        /** It counts only: growth value, tier points. */
        QUALIFYING
    }

    /**
     * How much members may give each other.
     *
     * @param perTransfer points in one transfer, at most
     * @param perDay points of a sender in one local day of the community, at most
     */
    @Schema(name = "TransferLimits")
    public record TransferLimits(
            @Schema(examples = "100") long perTransfer,
            @Schema(examples = "500") long perDay) {}

    /** Whether so many points, given or taken by hand, need a second person. */
    public boolean needsSecondPerson(long points) {
        return approvalAbove != null && Math.abs(points) > approvalAbove;
    }
}

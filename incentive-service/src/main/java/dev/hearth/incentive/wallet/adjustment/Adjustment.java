package dev.hearth.incentive.wallet.adjustment;

import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Holder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A correction by hand.
 *
 * @param community the community's id
 * @param id a UUID of version 7
 * @param member whose points
 * @param currency the currency's id
 * @param amount given if positive, taken if negative; never 0
 * @param owe whether what the member lacks is owed, or the adjustment refused
 * @param expiresAt of the lot that a credit makes; null: as the currency says when it takes effect
 * @param reason why, 1 to 500 characters
 * @param reference what it belongs to, 1 to 200 characters
 * @param status how it stands
 * @param requestedAt when it was asked for
 * @param requestedBy by whom: the token's subject
 * @param decision who decided, unless it waits
 * @param needsSecond whether a second person must decide
 * @param transaction the transaction that applied it
 */
record Adjustment(
        String community,
        UUID id,
        String member,
        String currency,
        long amount,
        boolean owe,
        @Nullable Instant expiresAt,
        String reason,
        @Nullable String reference,
        AdjustmentStatus status,
        Instant requestedAt,
        String requestedBy,
        @Nullable Decision decision,
        boolean needsSecond,
        @Nullable UUID transaction) {
    /**
     * What became of it.
     *
     * @param at when
     * @param by who: the token's subject
     * @param comment what was said about it, 1 to 500 characters
     */
    record Decision(Instant at, String by, @Nullable String comment) {}

    Holder holder() {
        return new Holder(community, member);
    }

    CurrencyId currencyId() {
        return new CurrencyId(community, currency);
    }

    Adjustment applied(Decision made, UUID by) {
        return decided(AdjustmentStatus.APPLIED, made, by);
    }

    Adjustment rejected(Decision made) {
        return decided(AdjustmentStatus.REJECTED, made, null);
    }

    private Adjustment decided(AdjustmentStatus next, Decision made, @Nullable UUID by) {
        return new Adjustment(
                community,
                id,
                member,
                currency,
                amount,
                owe,
                expiresAt,
                reason,
                reference,
                next,
                requestedAt,
                requestedBy,
                made,
                needsSecond,
                by);
    }
}

package dev.hearth.incentive.wallet.hold;

import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.Lot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points that are reserved, and what became of them.
 *
 * @param community the community's id
 * @param id a UUID of version 7
 * @param member whose points
 * @param currency the currency's id
 * @param amount how many, 1 or more
 * @param lots what is reserved or spent of which lot, soonest-expiring first: where it goes back to
 * @param reference what it belongs to
 * @param reason why
 * @param status how it stands
 * @param captured how many were spent
 * @param refunded how many of these were given back
 * @param refunds how often
 * @param expiresAt when it is given back by itself
 * @param createdAt when it was made
 * @param createdBy by whom: the token's subject
 * @param endedAt when it was captured, released, or its time was over
 */
record Hold(
        String community,
        UUID id,
        String member,
        String currency,
        long amount,
        List<Lot> lots,
        @Nullable String reference,
        @Nullable String reason,
        HoldStatus status,
        long captured,
        long refunded,
        int refunds,
        Instant expiresAt,
        Instant createdAt,
        String createdBy,
        @Nullable Instant endedAt) {
    Hold {
        lots = List.copyOf(lots);
    }

    Holder holder() {
        return new Holder(community, member);
    }

    CurrencyId currencyId() {
        return new CurrencyId(community, currency);
    }

    /** In the ledger. */
    String name() {
        return "hold/" + id;
    }

    Hold capturedBy(long points, Instant now) {
        return with(soonest(points), HoldStatus.CAPTURED, points, refunded, refunds, now);
    }

    Hold given(HoldStatus how, Instant now) {
        return with(List.of(), how, 0, refunded, refunds, now);
    }

    Hold refundedBy(long points) {
        return with(soonest(captured - refunded - points), status, captured, refunded + points, refunds + 1, endedAt);
    }

    private Hold with(List<Lot> left, HoldStatus next, long spent, long back, int times, @Nullable Instant ended) {
        return new Hold(
                community, id, member, currency, amount, left, reference, reason, next, spent, back, times, expiresAt,
                createdAt, createdBy, ended);
    }

    /** What stays taken when the last taken is given back first. */
    private List<Lot> soonest(long points) {
        List<Lot> kept = new ArrayList<>();
        long left = points;
        for (Lot lot : lots) {
            long part = Math.min(left, lot.points());
            if (part > 0) {
                kept.add(new Lot(lot.expiresAt(), part));
                left -= part;
            }
        }
        return kept;
    }
}

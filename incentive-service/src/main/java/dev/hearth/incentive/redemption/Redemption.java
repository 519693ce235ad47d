package dev.hearth.incentive.redemption;

import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.Lot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reward that a member reserved or redeemed.
 *
 * @param id grows with time (UUIDv7)
 * @param holder whose it is
 * @param bargain what for what
 * @param lots what pays it, soonest-expiring first; their sum is the price
 * @param slot of the stock it took; null where the stock is not counted
 * @param day the member's local day, on which it counts for limits
 * @param madeAt when it was reserved, or redeemed in one step
 * @param times what else happened when
 * @param stage where it stands
 * @param reference how it was handed over, where it was said
 */
record Redemption(
        UUID id,
        Holder holder,
        Bargain bargain,
        List<Lot> lots,
        @Nullable Integer slot,
        LocalDate day,
        Instant madeAt,
        Times times,
        Stage stage,
        @Nullable String reference) {
    Redemption {
        lots = List.copyOf(lots);
    }

    /** When it passed its stages, for who looks back. */
    record Times(
            @Nullable Instant reservedUntil,
            @Nullable Instant confirmedAt,
            @Nullable Instant fulfilledAt,
            @Nullable Instant refundableUntil,
            @Nullable Instant endedAt) {
        static final Times NONE = new Times(null, null, null, null, null);

        Times with(Stage next) {
            return switch (next) {
                case Stage.Reserved(Instant until) ->
                    new Times(until, confirmedAt, fulfilledAt, refundableUntil, endedAt);
                case Stage.Confirmed(Instant at) -> new Times(reservedUntil, at, fulfilledAt, refundableUntil, endedAt);
                case Stage.Fulfilled(Instant at, Instant until) ->
                    new Times(reservedUntil, confirmedAt == null ? at : confirmedAt, at, until, endedAt);
                case Stage.Ended(var cause, Instant at) ->
                    new Times(reservedUntil, confirmedAt, fulfilledAt, refundableUntil, at);
            };
        }
    }

    /** The name under which the books know it. */
    String source() {
        return "redemption/" + id;
    }

    CurrencyId currency() {
        return new CurrencyId(holder.community(), bargain.currency());
    }

    /** The same, paid from these lots. */
    Redemption paidFrom(List<Lot> from) {
        return new Redemption(id, holder, bargain, from, slot, day, madeAt, times, stage, reference);
    }

    /** The same at its next stage. */
    Redemption at(Stage next, @Nullable String handedOver) {
        return new Redemption(
                id,
                holder,
                bargain,
                lots,
                slot,
                day,
                madeAt,
                times.with(next),
                next,
                handedOver == null ? reference : handedOver);
    }
}

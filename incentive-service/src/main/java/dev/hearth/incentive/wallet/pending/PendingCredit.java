package dev.hearth.incentive.wallet.pending;

import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Holder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points that a member has but cannot spend yet: they are in the ledger's pending account already.
 *
 * @param id a UUID of version 7
 * @param currency what
 * @param member whose
 * @param amount how many, 1 or more
 * @param transaction the transaction that made them pending
 * @param dueAt when they become spendable; null: not before an event of {@code eventKind}
 * @param eventKind the member's first event of this kind that comes makes them spendable; null: only time does
 * @param expiresAt of the lot that they become
 */
public record PendingCredit(
        UUID id,
        CurrencyId currency,
        String member,
        long amount,
        UUID transaction,
        @Nullable Instant dueAt,
        @Nullable String eventKind,
        Instant expiresAt) {
    public PendingCredit {
        if (dueAt == null && eventKind == null) {
            throw new IllegalArgumentException("a pending credit waits for a time or an event");
        }
    }

    Holder holder() {
        return new Holder(currency.community(), member);
    }
}

package dev.hearth.contract.incentive;

import org.jspecify.annotations.Nullable;

/**
 * What a ledger transaction did to a member's points of one currency.
 *
 * @param type what kind of happening: {@code EARNED}, {@code REDEEMED}, {@code HELD} …
 * @param spendable change of what can be spent
 * @param held change of what is reserved
 * @param pending change of what is not spendable yet
 * @param owed change of what is owed; more is positive
 * @param reference what it belongs to, e.g. {@code redemption/<id>}
 * @param reverses the transaction that was taken back
 */
public record Movement(
        String type,
        long spendable,
        long held,
        long pending,
        long owed,
        @Nullable String reference,
        @Nullable String reverses) {}

package dev.hearth.incentive.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of a member's statement: what a transaction changed of the member's points in one currency.
 *
 * @param transaction the transaction
 * @param type what kind of happening
 * @param currency the currency's id
 * @param change what changed
 * @param cause why
 * @param when when the cause occurred
 * @param recordedAt when it was recorded
 * @param notes what else is to be known of the transaction
 */
public record Entry(
        UUID transaction,
        TransactionType type,
        String currency,
        Change change,
        Cause cause,
        When when,
        Instant recordedAt,
        Notes notes) {}

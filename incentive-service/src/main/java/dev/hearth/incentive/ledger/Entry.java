package dev.hearth.incentive.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One line of a member's statement: a posting, as seen from the wallet.
 *
 * @param transaction the transaction it belongs to
 * @param ordinal its place in the transaction
 * @param currency the currency's id
 * @param amount what the wallet gained, or lost if negative
 * @param cause why
 * @param localDate the local day it counts for
 * @param occurredAt when the cause occurred
 * @param recordedAt when it was recorded
 */
public record Entry(
        UUID transaction,
        int ordinal,
        String currency,
        long amount,
        Cause cause,
        LocalDate localDate,
        Instant occurredAt,
        Instant recordedAt) {}

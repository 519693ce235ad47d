package dev.hearth.incentive.ledger;

import java.time.Instant;

/**
 * Points that expire together.
 *
 * @param expiresAt when, {@link Account#NEVER} if they do not
 * @param points how many
 */
public record Lot(Instant expiresAt, long points) {}

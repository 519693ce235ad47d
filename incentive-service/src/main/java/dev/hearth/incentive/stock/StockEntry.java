package dev.hearth.incentive.stock;

import java.time.Instant;
import java.util.UUID;

/**
 * A change of a reward's stock by an operator. It never changes.
 *
 * @param id grows with time (UUIDv7)
 * @param quantity what came, or went if negative; -10^9 to 10^9, not 0
 * @param remaining what was there afterwards, 0 or more
 * @param reason why, 1 to 200 characters
 * @param by the token's subject
 */
record StockEntry(UUID id, long quantity, long remaining, String reason, Instant at, String by) {
    static final long MAX_QUANTITY = 1_000_000_000L;
    static final long MAX_STOCK = 1_000_000_000_000L;
    static final int MAX_REASON = 200;
}

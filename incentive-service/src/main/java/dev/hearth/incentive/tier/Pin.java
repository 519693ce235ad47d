package dev.hearth.incentive.tier;

import java.time.Instant;

/**
 * A tier that an operator pinned: no recalculation undoes it before it ends.
 *
 * @param tier the tier, higher or lower than the earned one
 * @param until when it ends
 * @param reason why, 1 to 500 characters
 * @param by who: a token's subject
 * @param at when it was given
 */
record Pin(String tier, Instant until, String reason, String by, Instant at) {
    boolean holds(Instant now) {
        return now.isBefore(until);
    }
}

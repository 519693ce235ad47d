package dev.hearth.incentive.badge;

import dev.hearth.incentive.ledger.Holder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A badge that a member was awarded.
 *
 * @param version grows with every award and revocation, 1 or more
 * @param source what for: {@code challenge/<id>/<stage>}, or {@code operator}
 * @param reason why, where an operator said so
 * @param by who: a token's subject, or the source
 * @param revokedAt when it was taken back, if it was
 */
record Award(
        Holder holder,
        String badge,
        long version,
        String source,
        @Nullable String reason,
        Instant at,
        String by,
        @Nullable Instant revokedAt) {
    boolean isHeld() {
        return revokedAt == null;
    }
}

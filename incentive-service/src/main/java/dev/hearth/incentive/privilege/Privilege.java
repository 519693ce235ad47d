package dev.hearth.incentive.privilege;

import dev.hearth.contract.incentive.PrivilegeKind;
import dev.hearth.incentive.ledger.Holder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A privilege that was granted.
 *
 * @param id grows with time (UUIDv7)
 * @param from when it begins: where the member has the same one already, when that ends
 * @param until when it ends by itself, if it does
 * @param state where it stands
 * @param endedAt when it ended, if it has
 */
public record Privilege(
        UUID id,
        Holder holder,
        PrivilegeKind kind,
        String name,
        String source,
        Instant grantedAt,
        String grantedBy,
        Instant from,
        @Nullable Instant until,
        State state,
        @Nullable Instant endedAt) {
    /** Where a privilege stands. */
    public enum State {
        ACTIVE,
        EXPIRED,
        REVOKED
    }

    /** Its end now. */
    Privilege ended(State how, Instant at) {
        return new Privilege(id, holder, kind, name, source, grantedAt, grantedBy, from, until, how, at);
    }
}

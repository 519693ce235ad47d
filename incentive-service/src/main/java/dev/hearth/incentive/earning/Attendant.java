package dev.hearth.incentive.earning;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/**
 * A feature that something follows for from events, besides what rules pay: beans of this see every batch, in the
 * transaction that moves the position. An event can come again, in another batch or twice in one: what follows from it
 * must be idempotent by its id.
 */
@FunctionalInterface
public interface Attendant {
    /**
     * Does what follows; a failure that is no outage sends the event to the dead letters.
     *
     * @param connection the transaction; rows of the feature's own may be locked, members not
     * @return points that move because of it: they move together with what rules pay
     */
    Uni<Movement> attend(SqlConnection connection, List<Deed> deeds);
}

package dev.hearth.incentive.wallet;

import dev.hearth.incentive.ledger.Books;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Sees whatever is recorded, in the transaction that records it: tiers count what was earned by it. Beans of it are
 * found by {@link Bookkeeping}, which need not know them.
 */
@FunctionalInterface
public interface Witness {
    /**
     * Something was recorded and told. The members are still locked, so that what is kept of each of them follows one
     * order; rows that others lock before members must not be locked here.
     *
     * @param connection the transaction
     * @param books of everybody whose points moved, with what was recorded
     */
    Uni<Void> recorded(SqlConnection connection, Books books);
}

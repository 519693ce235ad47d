package dev.hearth.incentive.definition;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * A feature's say in a change of its definitions: fails with its problem where the change must not be.
 *
 * @param <T> the terms
 */
@FunctionalInterface
public interface AmendmentCheck<T extends Record> {
    /** @param connection the transaction of the change, which holds the community's lock */
    Uni<Void> check(SqlConnection connection, Amendment<T> amendment);

    /** Nothing to say. */
    static <T extends Record> AmendmentCheck<T> none() {
        return (connection, amendment) -> Uni.createFrom().voidItem();
    }
}

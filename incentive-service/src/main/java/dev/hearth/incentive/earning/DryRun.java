package dev.hearth.incentive.earning;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Transactions that never commit. */
@ApplicationScoped
class DryRun {
    private final Pool pool;

    DryRun(Pool pool) {
        this.pool = pool;
    }

    /** What comes of {@code work}, of which nothing stays. */
    <T> Uni<T> of(Function<SqlConnection, Uni<T>> work) {
        return pool.withConnection(connection -> connection
                .begin()
                .chain(transaction -> work.apply(connection).onItemOrFailure().call(transaction::rollback)));
    }
}

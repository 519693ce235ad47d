package dev.hearth.platform.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A connection that may hold the relay's lock. The outbox is read and emptied by this connection only. */
final class RelayLease {
    /** Of this database; each service has its own. */
    private static final long LOCK = 0x6865617274680001L;

    private static final String READ = "select id, topic, key, headers, data from outbox order by id limit $1";
    private static final String SAMPLE = """
            select cast(coalesce(extract(epoch from clock_timestamp()
                     - (select created_at from outbox order by id limit 1)), 0) as float8) as seconds,
                   (select count(*) from (select from outbox limit 100000) as counted) as rows
            """;
    private static final String DELETE = "delete from outbox where id = any($1)";

    private final SqlConnection connection;
    private final Duration timeout;
    private final AtomicBoolean closing = new AtomicBoolean();

    private RelayLease(SqlConnection connection, Duration timeout) {
        this.connection = connection;
        this.timeout = timeout;
    }

    /** Opens a connection, without the lock yet. {@code lost} is run once it is gone, unless it was closed here. */
    static Uni<RelayLease> open(RelayDatabase database, Duration timeout, Runnable lost) {
        return bounded(database.connect(), timeout).map(connection -> {
            RelayLease lease = new RelayLease(connection, timeout);
            connection.closeHandler(() -> {
                if (!lease.closing.get()) {
                    lost.run();
                }
            });
            return lease;
        });
    }

    /** Whether this connection got the lock, which it then keeps to its end. */
    Uni<Boolean> lock() {
        return run("select pg_try_advisory_lock($1)", Tuple.of(LOCK))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** The first rows, as numbered. */
    Uni<List<OutboxRow>> read(int limit) {
        return run(READ, Tuple.of(limit)).map(rows -> {
            List<OutboxRow> read = new ArrayList<>(rows.size());
            rows.forEach(row -> read.add(OutboxRow.of(row)));
            return read;
        });
    }

    Uni<Void> delete(List<Long> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple parameters = Tuple.from(new Object[] {ids.toArray(Long[]::new)});
        return run(DELETE, parameters).replaceWithVoid();
    }

    Uni<Backlog> sample() {
        return run(SAMPLE, Tuple.tuple()).map(rows -> Backlog.of(rows.iterator().next()));
    }

    /** Closes the connection, and with it gives up the lock. */
    Uni<Void> close() {
        closing.set(true);
        return bounded(connection.close(), timeout).onFailure().recoverWithItem(() -> null);
    }

    private Uni<RowSet<Row>> run(String sql, Tuple parameters) {
        return bounded(connection.preparedQuery(sql).execute(parameters), timeout);
    }

    private static <T> Uni<T> bounded(Uni<T> statement, Duration timeout) {
        return statement
                .ifNoItem()
                .after(timeout)
                .failWith(() -> new IOException("the database did not answer within " + timeout));
    }
}

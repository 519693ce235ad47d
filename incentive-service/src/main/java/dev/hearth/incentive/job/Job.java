package dev.hearth.incentive.job;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;

/**
 * Work that falls due with time. Beans of it are run by every replica, batch by batch, each a transaction of its own,
 * until a batch is not full: so a job catches up after a downtime, and no transaction is ever larger than a batch.
 */
public abstract class Job {
    private static final int DEFAULT_BATCH = 200;

    /** In metrics and logs, e.g. {@code lot-expiry}. */
    public abstract String name();

    /**
     * Does what is due, as much as {@code limit} allows, and answers how much that was. Rows are taken {@code for
     * update skip locked}, so that replicas share the work, and what is done is no longer due: run twice, it takes
     * effect once. One piece that cannot be done must be set aside by the job itself, or it holds up the others.
     *
     * @param connection an open transaction
     * @param limit pieces, 1 or more
     * @return pieces done; {@code limit} means that there may be more
     */
    public abstract Uni<Integer> runOnce(SqlConnection connection, int limit);

    /** How much is due, counted no further than a bound of the job's own; a figure for operators. */
    public abstract Uni<Long> backlog(SqlClient client);

    /** How often to look. */
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    /** Pieces in one transaction, at most. */
    public int batch() {
        return DEFAULT_BATCH;
    }
}

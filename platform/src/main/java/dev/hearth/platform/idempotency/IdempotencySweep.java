package dev.hearth.platform.idempotency;

import dev.hearth.platform.time.Recurrence;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Removes stored answers past their time, a bounded number at once. Every replica may run it. */
public final class IdempotencySweep implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(IdempotencySweep.class);
    private static final String SWEEP = """
            delete from idempotency where ctid = any(array(
              select ctid from idempotency where expires_at <= $1 order by expires_at limit $2 for update skip locked))
            """;

    private final Pool pool;
    private final Clock clock;
    private final IdempotencyConfig config;
    private Cancellable running = () -> {};

    public IdempotencySweep(Pool pool, Clock clock, IdempotencyConfig config) {
        this.pool = pool;
        this.clock = clock;
        this.config = config;
    }

    public void start() {
        running = new Recurrence("sweeping answers past their time", this::sweepAll).every(config.sweepEvery());
    }

    /** Batch by batch, each a transaction of its own, until one is not full. */
    private Uni<Integer> sweepAll() {
        return Multi.createBy()
                .repeating()
                .uni(this::sweep)
                .whilst(removed -> removed == config.sweepBatch())
                .collect()
                .with(Collectors.summingInt(Integer::intValue))
                .invoke(removed -> LOG.debugf("idempotency: %d answers removed", removed));
    }

    /** Removes one batch; answers how many. */
    Uni<Integer> sweep() {
        return pool.preparedQuery(SWEEP)
                .execute(Tuple.of(clock.instant().atOffset(ZoneOffset.UTC), config.sweepBatch()))
                .map(rows -> rows.rowCount());
    }

    @Override
    public void close() {
        running.cancel();
    }
}

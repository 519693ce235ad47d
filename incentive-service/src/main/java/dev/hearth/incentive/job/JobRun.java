package dev.hearth.incentive.job;

import dev.hearth.platform.time.Recurrence;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One job on its schedule in this replica. */
final class JobRun implements AutoCloseable {
    private final Job job;
    private final Pool pool;
    private final JobMeters meters;
    private Cancellable running = () -> {};
    private Cancellable counting = () -> {};

    JobRun(Job job, Pool pool, JobMeters meters) {
        this.job = job;
        this.pool = pool;
        this.meters = meters;
    }

    void start(Duration countEvery) {
        running = every(job.every(), "job " + job.name(), this::catchUp);
        counting = every(
                countEvery,
                "counting what is due of job " + job.name(),
                () -> job.backlog(pool).invoke(meters::backlog));
    }

    /** Batch by batch, each a transaction of its own, until one is not full; answers how many pieces were done. */
    Uni<Integer> catchUp() {
        int batch = job.batch();
        return Multi.createBy()
                .repeating()
                .uni(() -> pool.withTransaction(connection -> job.runOnce(connection, batch))
                        .invoke(meters::processed))
                .whilst(done -> done >= batch)
                .collect()
                .with(Collectors.summingInt(Integer::intValue))
                .invoke(meters::caughtUp);
    }

    private Cancellable every(Duration interval, String name, Supplier<? extends Uni<?>> action) {
        return new Recurrence(name, () -> action.get().onFailure().invoke(meters::failed)).every(interval);
    }

    @Override
    public void close() {
        running.cancel();
        counting.cancel();
    }
}

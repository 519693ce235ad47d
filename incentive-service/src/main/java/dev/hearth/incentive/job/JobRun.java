package dev.hearth.incentive.job;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** One job on its schedule in this replica. */
final class JobRun implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(JobRun.class);

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
        running = repeatedly(job.every(), () -> catchUp().replaceWithVoid());
        counting = repeatedly(
                countEvery, () -> job.backlog(pool).invoke(meters::backlog).replaceWithVoid());
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

    private Cancellable repeatedly(Duration every, Supplier<Uni<Void>> action) {
        return Multi.createFrom()
                .ticks()
                .startingAfter(every)
                .every(every)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> action.get()
                        .onFailure()
                        .invoke(this::failed)
                        .onFailure()
                        .recoverWithNull())
                .subscribe()
                .with(done -> {}, failure -> LOG.errorf(failure, "job %s stopped", job.name()));
    }

    private void failed(Throwable failure) {
        meters.failed();
        LOG.warnf("job %s failed, tried again: %s", job.name(), failure.toString());
    }

    @Override
    public void close() {
        running.cancel();
        counting.cancel();
    }
}

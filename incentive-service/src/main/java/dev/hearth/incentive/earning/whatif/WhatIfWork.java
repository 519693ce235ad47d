package dev.hearth.incentive.earning.whatif;

import dev.hearth.incentive.accrual.MemberKey;
import dev.hearth.incentive.earning.Ranks;
import dev.hearth.incentive.earning.Telling;
import dev.hearth.incentive.earning.whatif.WhatIfTask.Read;
import dev.hearth.incentive.task.Piece;
import dev.hearth.incentive.task.Step;
import dev.hearth.incentive.task.Task;
import dev.hearth.incentive.task.TaskType;
import dev.hearth.incentive.task.TaskWork;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Replays a community's history. It reads by a consumer of its own, on a thread of its own, and writes nothing but how
 * far it is. The pasts are kept in memory from step to step: whoever takes a task over begins again, and says so by its
 * progress.
 */
@ApplicationScoped
class WhatIfWork extends TaskWork<WhatIfTask, Read> {
    private final Forecasts forecasts;
    private final Ranks ranks;
    private final Pool pool;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("what-if").daemon().factory());

    /** Used by the thread only. */
    private @Nullable Kept kept;

    private record Kept(UUID task, Forecast forecast) {}

    WhatIfWork(Forecasts forecasts, Ranks ranks, Pool pool) {
        this.forecasts = forecasts;
        this.ranks = ranks;
        this.pool = pool;
    }

    @Override
    public TaskType<WhatIfTask, Read> type() {
        return WhatIfTask.TYPE;
    }

    @Override
    public boolean isHeavy() {
        return true;
    }

    @Override
    public Uni<Piece<Read>> next(Task<WhatIfTask> task, @Nullable Read state) {
        return onThread(() -> kept(task.id()))
                .chain(found -> found.isPresent() ? Uni.createFrom().item(found.orElseThrow()) : begin(task))
                .chain(forecast -> advance(forecast).chain(() -> onThread(() -> piece(task, forecast))));
    }

    @Override
    public void leave(UUID task) {
        try {
            thread.execute(() -> {
                if (kept(task).isPresent()) {
                    drop();
                }
            });
        } catch (RejectedExecutionException e) {
            // the service stops, which dropped it
        }
    }

    void stop(@Observes ShutdownEvent event) {
        thread.execute(this::drop);
        thread.shutdown();
    }

    private Uni<Forecast> begin(Task<WhatIfTask> task) {
        return forecasts
                .prepare(pool, task)
                .chain(prepared -> onThread(() -> {
                    drop();
                    Forecast forecast = prepared.get();
                    kept = new Kept(task.id(), forecast);
                    return forecast;
                }));
    }

    private Uni<Void> advance(Forecast forecast) {
        return onThread(forecast::read)
                .chain(told -> ranked(forecast, forecast.actors(told)).chain(() -> evaluated(forecast, told)));
    }

    private Uni<Void> evaluated(Forecast forecast, List<Telling> told) {
        return onThread(() -> forecast.evaluate(told))
                .chain(evaluated -> ranked(forecast, forecast.paid(evaluated))
                        .chain(() -> onThread(() -> {
                            forecast.settle(evaluated);
                            return forecast;
                        }))
                        .replaceWithVoid());
    }

    private Uni<Void> ranked(Forecast forecast, Set<MemberKey> asked) {
        return asked.isEmpty()
                ? Uni.createFrom().voidItem()
                : ranks.of(pool, asked)
                        .invoke(found -> forecast.rank(asked, found))
                        .replaceWithVoid();
    }

    private static Piece<Read> piece(Task<WhatIfTask> task, Forecast forecast) {
        long done = forecast.done();
        long total = forecast.total();
        Step<Read> step = forecast.isOver()
                ? new Step.Finished<>(forecast.view(task.request()), done, total)
                : new Step.Onward<>(new Read(done), done, total);
        return connection -> Uni.createFrom().item(step);
    }

    private Optional<Forecast> kept(UUID task) {
        return kept != null && kept.task().equals(task) ? Optional.of(kept.forecast()) : Optional.empty();
    }

    private void drop() {
        if (kept != null) {
            kept.forecast().close();
            kept = null;
        }
    }

    private <T> Uni<T> onThread(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(thread);
    }
}

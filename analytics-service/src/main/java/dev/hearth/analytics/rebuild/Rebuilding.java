package dev.hearth.analytics.rebuild;

import dev.hearth.analytics.segment.Generations;
import dev.hearth.analytics.segment.LeaseLostException;
import dev.hearth.analytics.segment.Lineage;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import dev.hearth.platform.time.Recurrence;
import dev.hearth.platform.time.Uuid7;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Rebuilds and verifies, one at a time among all replicas. */
@ApplicationScoped
class Rebuilding {
    private static final Logger LOG = Logger.getLogger(Rebuilding.class);
    private static final Duration TELL = Duration.ofSeconds(1);

    private final Generations generations;
    private final Rebuilds rebuilds;
    private final RebuildRuns runs;
    private final Clock clock;
    private final Uuid7 ids;
    private volatile @Nullable RebuildRun underWay;

    Rebuilding(Generations generations, Rebuilds rebuilds, RebuildRuns runs, Clock clock, Uuid7 ids) {
        this.generations = generations;
        this.rebuilds = rebuilds;
        this.runs = runs;
        this.clock = clock;
        this.ids = ids;
    }

    /** Begins; answers the one that is under way, if one is, whatever it was begun for. */
    Uni<Rebuild> start(boolean switching) {
        int partitions = runs.partitions();
        return Uni.createFrom()
                .deferred(() -> startOrJoin(switching, partitions))
                // One ends, or has begun and not told anything yet.
                .onFailure(IllegalStateException.class)
                .retry()
                .withBackOff(Duration.ofMillis(50))
                .atMost(6)
                .onFailure(IllegalStateException.class)
                .transform(failure -> new ProblemException(
                        RequestProblem.UNAVAILABLE, "a rebuild begins or ends just now; try again", List.of(), TELL));
    }

    /** Fails with 404 if there is none. */
    Uni<Rebuild> get(UUID id) {
        return rebuilds.find(id)
                .map(found -> found.map(told -> told.orGivenUp(clock.instant(), Generations.TURN))
                        .orElseThrow(() -> new ProblemException(
                                RebuildProblem.UNKNOWN_REBUILD, "rebuild " + id + " is not known, or too long ago")));
    }

    /** Newest first. */
    Uni<List<Rebuild>> page(UUID before, int limit) {
        return rebuilds.page(before, limit)
                .map(page -> page.stream()
                        .map(told -> told.orGivenUp(clock.instant(), Generations.TURN))
                        .toList());
    }

    /** Whoever runs it stops at its next step, within about a second; one that has ended stays as it is. */
    Uni<Rebuild> cancel(UUID id) {
        return get(id).call(told -> told.state().hasEnded()
                ? Uni.createFrom().voidItem()
                : rebuilds.askToCancel(id).invoke(() -> cancelHere(id)));
    }

    void stop(@Observes ShutdownEvent event) {
        RebuildRun run = underWay;
        if (run != null) {
            run.cancel();
        }
    }

    private Uni<Rebuild> launch(Progress progress, Lineage turn, int partitions) {
        RebuildRun run = runs.prepare(progress, turn);
        Rebuild first = progress.told(clock.instant());
        return rebuilds.put(first).replaceWith(first).invoke(() -> run(run, partitions));
    }

    private void run(RebuildRun run, int partitions) {
        underWay = run;
        Cancellable telling = new Recurrence("rebuild", () -> signOfLife(run)).every(TELL);
        var _ = run.run(partitions, runs.parallelism(run.progress().isSwitching()))
                .onTermination()
                .invoke(telling::cancel)
                .chain(() -> rebuilds.put(run.progress().told(clock.instant())))
                .onFailure()
                .retry()
                .withBackOff(TELL)
                .atMost(5)
                .subscribe()
                .with(
                        done -> LOG.infof(
                                "rebuild ended rebuild=%s", run.progress().id()),
                        failure -> LOG.warnf("the end of a rebuild was not told: %s", failure));
    }

    private Uni<Void> signOfLife(RebuildRun run) {
        UUID id = run.progress().id();
        return run.renew()
                .chain(() -> rebuilds.put(run.progress().told(clock.instant())))
                .chain(() -> rebuilds.isAskedToCancel(id))
                .invoke(asked -> {
                    if (asked) {
                        run.cancel();
                    }
                })
                .replaceWithVoid();
    }

    private void cancelHere(UUID id) {
        RebuildRun run = underWay;
        if (run != null && run.progress().id().equals(id)) {
            run.cancel();
        }
    }

    private Uni<Rebuild> startOrJoin(boolean switching, int partitions) {
        UUID id = ids.next();
        return generations
                .begin(id.toString())
                .flatMap(turn -> launch(new Progress(id, switching, clock.instant()), turn, partitions))
                .onFailure(LeaseLostException.class)
                .recoverWithUni(this::running);
    }

    private Uni<Rebuild> running(Throwable notNow) {
        return generations
                .find()
                .map(lineage -> UUID.fromString(lineage.turn().rebuild()))
                .flatMap(rebuilds::find)
                .map(found -> found.orElseThrow(IllegalStateException::new));
    }
}

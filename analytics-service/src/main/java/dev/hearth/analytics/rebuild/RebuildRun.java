package dev.hearth.analytics.rebuild;

import dev.hearth.analytics.rebuild.Rehearsal.Rehearsed;
import dev.hearth.analytics.segment.Generations;
import dev.hearth.analytics.segment.LeaseLostException;
import dev.hearth.analytics.segment.Lineage;
import dev.hearth.analytics.segment.PartitionJournals;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * One rebuild, from its first record to the switch. Whatever fails before the switch changes nothing that is served.
 */
final class RebuildRun {
    private static final Logger LOG = Logger.getLogger(RebuildRun.class);

    private final Generations generations;
    private final PartitionJournals journals;
    private final Rehearsal rehearsal;
    private final DriftSignal signal;
    private final Brakes brakes;
    private final Progress progress;
    private volatile Lineage turn;

    RebuildRun(
            Generations generations,
            PartitionJournals journals,
            Rehearsal rehearsal,
            DriftSignal signal,
            Brakes brakes,
            Progress progress,
            Lineage turn) {
        this.generations = generations;
        this.journals = journals;
        this.rehearsal = rehearsal;
        this.signal = signal;
        this.brakes = brakes;
        this.progress = progress;
        this.turn = turn;
    }

    Progress progress() {
        return progress;
    }

    void cancel() {
        brakes.stop(RebuildState.CANCELLED, "it was cancelled");
    }

    /** Tells that it is alive; without its turn it has to stop. */
    Uni<Void> renew() {
        return generations
                .renew(turn)
                .invoke(renewed -> turn = renewed)
                .onFailure(LeaseLostException.class)
                .invoke(failure -> brakes.stop(RebuildState.FAILED, "another has taken its turn"))
                .replaceWithVoid();
    }

    /** Succeeds whatever comes of it. */
    Uni<Void> run(int partitions, int parallelism) {
        return clearAway()
                .chain(() -> rehearse(partitions, parallelism))
                .call(rehearsed -> progress.isSwitching() ? switchTo(rehearsed) : verified())
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(this::giveUp);
    }

    /** What others began under other numbers and did not end. */
    private Uni<Void> clearAway() {
        return generations
                .remove(0, turn.current())
                .chain(() -> generations.remove(turn.current() + 1, turn.turn().generation()));
    }

    private Uni<List<Rehearsed>> rehearse(int partitions, int parallelism) {
        List<Uni<Rehearsed>> each =
                IntStream.range(0, partitions).mapToObj(this::rehearse).toList();
        // All come to their ends, so that nothing reads on behind what has ended.
        return Uni.join().all(each).usingConcurrencyOf(parallelism).andCollectFailures();
    }

    private Uni<Rehearsed> rehearse(int partition) {
        return Uni.createFrom()
                .deferred(() -> shadow(partition))
                .flatMap(rehearsal::of)
                .call(rehearsed -> signal.tell(rehearsed.comparison(), progress.isSwitching()))
                .onFailure()
                .invoke(failure -> brakes.stop(RebuildState.FAILED, failure.toString()));
    }

    private Uni<Shadow> shadow(int partition) {
        brakes.check();
        return progress.isSwitching()
                ? journals.begin(turn.turn().generation(), partition).map(Shadow::kept)
                : Uni.createFrom().item(() -> Shadow.inMemory(partition));
    }

    private Uni<Void> switchTo(List<Rehearsed> rehearsed) {
        progress.became(RebuildState.VERIFYING);
        int generation = turn.turn().generation();
        return Multi.createFrom()
                .iterable(rehearsed)
                .onItem()
                .transformToUniAndConcatenate(each -> readBack(each, generation))
                .collect()
                .last()
                .invoke(brakes::check)
                .chain(() -> generations.switchOver(turn))
                .invoke(switched -> progress.became(RebuildState.SWITCHED))
                .call(switched -> removed(switched.current()))
                .replaceWithVoid();
    }

    /** What is stored, not what was meant to be, has to be what the topics say. */
    private Uni<Boolean> readBack(Rehearsed expected, int generation) {
        brakes.check();
        return journals.read(generation, expected.partition()).map(stored -> {
            if (!stored.activity().fingerprints().equals(expected.rebuilt())) {
                throw new IllegalStateException(
                        "the store does not have what was written: partition " + expected.partition());
            }
            return true;
        });
    }

    private Uni<Void> verified() {
        progress.became(RebuildState.VERIFYING);
        return generations
                .end(turn, true)
                .invoke(ended -> progress.became(RebuildState.VERIFIED))
                .replaceWithVoid();
    }

    private Uni<Void> removed(int current) {
        return generations
                .remove(0, current)
                .onFailure()
                .invoke(failure -> LOG.warnf("documents of old generations stay until the next rebuild: %s", failure))
                .onFailure()
                .recoverWithUni(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> giveUp(Throwable failure) {
        Brakes.Stop stop = brakes.stopped();
        RebuildState end = stop == null ? RebuildState.FAILED : stop.end();
        String reason = stop == null ? failure.toString() : stop.reason();
        LOG.warnf("rebuild ended early rebuild=%s state=%s reason=%s", progress.id(), end, reason);
        int generation = turn.turn().generation();
        progress.failed(end, reason);
        return generations
                .remove(generation, generation + 1)
                .chain(() -> generations.end(turn, false))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(() -> Uni.createFrom().voidItem());
    }
}

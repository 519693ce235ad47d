package dev.hearth.analytics.rebuild;

import dev.hearth.analytics.activity.Fingerprints;
import dev.hearth.analytics.activity.PartitionActivity;
import dev.hearth.analytics.activity.Positions;
import dev.hearth.analytics.projection.ActivityProjection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Builds one partition beside the one that is served, and compares them at the same positions. */
final class Rehearsal {
    private final ActivityProjection projection;
    private final Function<Shadow, Replay> replays;
    private final Executor threads;
    private final Brakes brakes;
    private final Progress progress;
    private final long mostUnflushed;

    Rehearsal(
            ActivityProjection projection,
            Function<Shadow, Replay> replays,
            Executor threads,
            Brakes brakes,
            Progress progress,
            long mostUnflushed) {
        this.projection = projection;
        this.replays = replays;
        this.threads = threads;
        this.brakes = brakes;
        this.progress = progress;
        this.mostUnflushed = mostUnflushed;
    }

    /** What the partition is served with and what the topics make of it; all of that is in the store afterwards. */
    Uni<Rehearsed> of(Shadow shadow) {
        Replay replay = replays.apply(shadow);
        return read(replay, shadow, this::positionsServed)
                .chain(() -> Uni.createFrom()
                        .item(() -> served(shadow).fingerprints())
                        .runSubscriptionOn(threads))
                // Little was served meanwhile: the second passage is short, and ends exactly there.
                .call(served -> read(replay, shadow, same -> served.positions()))
                .call(() -> shadow.flushBeyond(0))
                .emitOn(threads)
                .map(served -> compared(shadow, served))
                .onTermination()
                .invoke(replay::close);
    }

    private Rehearsed compared(Shadow shadow, Fingerprints served) {
        Fingerprints rebuilt = shadow.activity().fingerprints();
        Comparison comparison = Comparison.of(shadow.partition(), served, rebuilt);
        progress.compared(comparison);
        return new Rehearsed(shadow.partition(), rebuilt, comparison);
    }

    private Uni<Void> read(Replay replay, Shadow shadow, Function<Shadow, Positions> end) {
        return Uni.createFrom()
                .item(() -> {
                    Positions to = end.apply(shadow);
                    replay.aim(to);
                    progress.noted(shadow.partition(), to.beyond(Positions.START));
                    return to;
                })
                .runSubscriptionOn(threads)
                .chain(() -> Multi.createBy()
                        .repeating()
                        .uni(() -> round(replay, shadow))
                        .whilst(more -> more)
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<Boolean> round(Replay replay, Shadow shadow) {
        return Uni.createFrom()
                .item(() -> {
                    brakes.check();
                    int records = replay.readSome();
                    progress.read(records);
                    return records;
                })
                .runSubscriptionOn(threads)
                .call(() -> shadow.flushBeyond(mostUnflushed))
                .call(brakes::slowDown)
                .map(records -> !replay.hasReached());
    }

    private Positions positionsServed(Shadow shadow) {
        return served(shadow).positions();
    }

    private PartitionActivity served(Shadow shadow) {
        return projection
                .activityOf(shadow.partition())
                .orElseThrow(() -> new RebuildStoppedException("the figures are not loaded"));
    }

    /**
     * What came of it.
     *
     * @param partition which
     * @param rebuilt what the topics make of it
     * @param comparison with what is served
     */
    record Rehearsed(int partition, Fingerprints rebuilt, Comparison comparison) {}
}

package dev.hearth.acceptance.replay;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a replay does.
 *
 * @param file the events, CSV or gzipped CSV
 * @param target where they go
 * @param selection which of them
 * @param disorder in what order, and which twice
 * @param pace how fast
 * @param catchUp how long to wait for analytics and ledger afterwards; zero for not at all
 */
public record ReplayOptions(
        Path file, Target target, Selection selection, Disorder disorder, Pace pace, Duration catchUp) {
    /** The whole file in its own order, at the usual pace. */
    public static ReplayOptions usual(Path file, Target target) {
        return new ReplayOptions(file, target, Selection.ALL, Disorder.NONE, Pace.USUAL, Duration.ofMinutes(10));
    }

    /** The same in another order. */
    public ReplayOptions with(Disorder other) {
        return new ReplayOptions(file, target, selection, other, pace, catchUp);
    }

    /** The same at another pace. */
    public ReplayOptions with(Pace other) {
        return new ReplayOptions(file, target, selection, disorder, other, catchUp);
    }
}

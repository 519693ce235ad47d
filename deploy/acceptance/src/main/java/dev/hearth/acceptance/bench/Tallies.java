package dev.hearth.acceptance.bench;

import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What the threads of one load count together. */
final class Tallies {
    private static final long LONGEST_MICROS = 60_000_000;

    private final LongAdder accepted = new LongAdder();
    private final LongAdder everAccepted = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final long start;
    private final long end;

    /** Counts what is answered within so many seconds from now. */
    Tallies(int seconds) {
        this.start = System.nanoTime();
        this.end = start + seconds * 1_000_000_000L;
    }

    long start() {
        return start;
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    /** A request that was due at {@code due} has been answered now. */
    void accepted(long events, long due) {
        everAccepted.add(events);
        long now = System.nanoTime();
        if (now - end < 0) {
            accepted.add(events);
        }
        micros.recordValue(Math.min((now - due) / 1_000, LONGEST_MICROS));
    }

    void refused() {
        refused.increment();
    }

    LoadResult result() {
        return new LoadResult(
                accepted.sum(),
                everAccepted.sum(),
                refused.sum(),
                (end - start) / 1e9,
                millis(50),
                millis(99),
                millis(99.9),
                micros.getMaxValue() / 1e3);
    }

    private double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }
}

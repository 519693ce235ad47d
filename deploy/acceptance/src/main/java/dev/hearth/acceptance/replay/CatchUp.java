package dev.hearth.acceptance.replay;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Waits until analytics and ledger have applied everything that was acknowledged before the wait began. */
public final class CatchUp {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Lag lag;
    private final Screen screen;

    public CatchUp(Lag lag, Screen screen) {
        this.lag = lag;
        this.screen = screen;
    }

    /** Whether both caught up in the given time. */
    public boolean within(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        long first = lag.now();
        AtomicLong now = new AtomicLong(first);
        try (Progress _ = new Progress(screen, "catching up", first, () -> first - now.get())) {
            while (now.get() > 0 && System.nanoTime() < deadline) {
                pause();
                now.set(Math.min(first, lag.now()));
            }
        }
        return now.get() == 0;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while catching up", e);
        }
    }
}

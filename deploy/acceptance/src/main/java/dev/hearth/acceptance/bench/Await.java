package dev.hearth.acceptance.bench;

import java.util.function.BooleanSupplier;

/** Waits for what takes a while. */
final class Await {
    private static final long PATIENCE_NANOS = 900_000_000_000L;
    private static final long PAUSE_MILLIS = 20;

    private Await() {}

    /** Fails after a quarter of an hour. */
    static void until(String what, BooleanSupplier hope) {
        until(what, PAUSE_MILLIS, hope);
    }

    /** The same, looking every so many milliseconds. */
    static void until(String what, long everyMillis, BooleanSupplier hope) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!hope.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("waited too long for " + what);
            }
            pause(everyMillis);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

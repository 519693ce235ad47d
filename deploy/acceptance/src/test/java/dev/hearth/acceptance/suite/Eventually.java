package dev.hearth.acceptance.suite;

import dev.hearth.acceptance.client.Answer;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits, for a bounded time, for what takes a moment. */
final class Eventually {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Eventually() {}

    /** The first value that is as hoped for; fails with the last one when time is up. */
    static <T> T get(Supplier<T> attempt, Predicate<T> hope) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        T value = attempt.get();
        while (!hope.test(value)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not come about within " + LIMIT + "; last: " + value);
            }
            pause();
            value = attempt.get();
        }
        return value;
    }

    /** Repeats a request until it succeeds: a community that was just registered becomes known everywhere. */
    static Answer succeeds(Supplier<Answer> request) {
        return get(request, Answer::succeeded);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

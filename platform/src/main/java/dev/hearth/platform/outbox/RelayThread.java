package dev.hearth.platform.outbox;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The relay's thread and clock: runs round after round, at once, after a wait, or when woken. */
final class RelayThread implements Executor {
    /** How often and how long the relay looks for rows that this replica is about to commit. */
    private static final Duration EXPECTANT_POLL = Duration.ofMillis(2);

    private static final long EXPECTANT_NANOS = Duration.ofMillis(200).toNanos();

    private final Runnable round;
    private final Duration poll;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("outbox-relay").daemon().factory());
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile long expectantUntil = System.nanoTime();
    private @Nullable Future<?> resting;

    /** @param poll how long a rest lasts that nobody ends */
    RelayThread(Runnable round, Duration poll) {
        this.round = round;
        this.poll = poll;
    }

    /** Tasks after the end are dropped. */
    @Override
    public void execute(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException e) {
            // The relay is closed: whatever still answers, answers nobody.
        }
    }

    void every(Duration interval, Runnable task) {
        var _ = thread.scheduleWithFixedDelay(task, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** From any thread: ends a rest, or spares the round under way the next one. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            execute(this::endRest);
        }
    }

    /** From any thread: rests are short for a while. */
    void expect() {
        expectantUntil = System.nanoTime() + EXPECTANT_NANOS;
        wake();
    }

    /** A round begins: what woke it is dealt with. */
    void begun() {
        resting = null;
        woken.set(false);
    }

    void again() {
        execute(round);
    }

    void after(Duration wait) {
        if (!thread.isShutdown()) {
            var _ = thread.schedule(round, wait.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    void rest() {
        if (woken.get()) {
            again();
        } else if (!thread.isShutdown()) {
            Duration wait = System.nanoTime() - expectantUntil < 0 ? EXPECTANT_POLL : poll;
            resting = thread.schedule(round, wait.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    void endRest() {
        Future<?> rest = resting;
        if (rest != null && rest.cancel(false)) {
            round.run();
        }
    }

    void stop() {
        var _ = thread.shutdownNow();
    }
}

package dev.hearth.acceptance.replay;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects rows into batches and posts these, a bounded number at once and a bounded number of events a second. The
 * first failure stops everything: the next row finds it.
 */
public final class Sending implements Consumer<Row>, AutoCloseable {
    private final Pace pace;
    private final Posting posting;
    private final Semaphore free;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final long start = System.nanoTime();
    private Batch batch = new Batch();
    private long handed;

    public Sending(Pace pace, Posting posting) {
        this.pace = pace;
        this.posting = posting;
        this.free = new Semaphore(pace.concurrency());
    }

    @Override
    public void accept(Row row) {
        byte[] event = EventJson.of(row);
        if (!batch.hasRoomFor(event)) {
            send();
        }
        batch.add(row, event);
        if (batch.isFull(pace.batch())) {
            send();
        }
    }

    /** Sends what is left and waits until the fate of every event is known; fails if any request failed. */
    public void finish() {
        send();
        acquire(pace.concurrency());
        free.release(pace.concurrency());
        checkFailure();
    }

    private void send() {
        if (batch.isEmpty()) {
            return;
        }
        checkFailure();
        keepPace();
        acquire(1);
        Batch full = batch;
        batch = new Batch();
        handed += full.size();
        threads.execute(() -> post(full));
    }

    private void post(Batch full) {
        try {
            posting.post(full);
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        } finally {
            free.release();
        }
    }

    private void keepPace() {
        if (pace.rate() > 0) {
            long due = start + handed * TimeUnit.SECONDS.toNanos(1) / pace.rate();
            pause(due - System.nanoTime());
        }
    }

    private void checkFailure() {
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private void acquire(int permits) {
        try {
            free.acquire(permits);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        }
    }

    private static void pause(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

package dev.hearth.engagement.ingest;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * The records of one request on their way: done when Kafka has answered for each, good only if it acknowledged all. The
 * one who waits may have been told earlier that it takes too long.
 */
final class Appending implements Callback {
    private final long deadline;
    private final Runnable left;
    private final AtomicInteger open;
    private final AtomicReference<@Nullable Consumer<@Nullable Throwable>> waiter;
    private volatile @Nullable Throwable failure;

    /**
     * @param records how many records there are
     * @param deadline in nanoseconds of the JVM's clock
     * @param left run once, when Kafka has answered for the last
     * @param waiter told once: null when all are acknowledged, else why not
     */
    Appending(int records, long deadline, Runnable left, Consumer<@Nullable Throwable> waiter) {
        this.open = new AtomicInteger(records);
        this.deadline = deadline;
        this.left = left;
        this.waiter = new AtomicReference<>(waiter);
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception exception) {
        if (exception != null) {
            failure = exception;
        }
        answered(1);
    }

    /** The last {@code unsent} records are not sent any more. */
    void abandon(int unsent, Throwable cause) {
        failure = cause;
        answered(unsent);
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    boolean isDone() {
        return open.get() == 0;
    }

    /** Whether nobody waits any longer at {@code now}: done, or told now that it takes too long. */
    boolean isOver(long now, Supplier<? extends Throwable> tooLate) {
        if (isDone()) {
            return true;
        }
        if (now - deadline < 0) {
            return false;
        }
        tell(tooLate.get());
        return true;
    }

    private void answered(int count) {
        if (open.addAndGet(-count) == 0) {
            left.run();
            tell(failure);
        }
    }

    private void tell(@Nullable Throwable outcome) {
        Consumer<@Nullable Throwable> told = waiter.getAndSet(null);
        if (told != null) {
            told.accept(outcome);
        }
    }
}

package dev.hearth.platform.inbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * One partition while it is this replica's: records wait here in order, and at most one batch of them is under way. The
 * poll thread puts in, the workers take out.
 */
final class Lane<E> {
    private final TopicPartition partition;
    private final Workshop<E> workshop;
    private final Consumer<Lane<E>> reopen;
    private final Deque<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
    private final PoisonStreak streak;
    private State state = State.OPENING;
    private boolean busy;
    /** Whether the position is to be asked for again once nothing is under way. */
    private boolean again;

    private long position;

    /** @param reopen asks for the stored position and then {@link #opened} again */
    Lane(TopicPartition partition, Workshop<E> workshop, Consumer<Lane<E>> reopen) {
        this.partition = partition;
        this.workshop = workshop;
        this.reopen = reopen;
        this.streak = new PoisonStreak(workshop.config().poisonStreak());
    }

    TopicPartition partition() {
        return partition;
    }

    /** Takes records from here on, the first of them at {@code from} or later. */
    synchronized void opened(long from) {
        if (state == State.OPENING) {
            state = State.OPEN;
            position = from;
        }
    }

    synchronized boolean isOpen() {
        return state == State.OPEN;
    }

    synchronized boolean isClosed() {
        return state == State.CLOSED;
    }

    /** Records put in and not yet applied. */
    synchronized int waiting() {
        return waiting.size();
    }

    synchronized void put(List<ConsumerRecord<byte[], byte[]>> records) {
        if (state == State.OPEN) {
            waiting.addAll(records);
            next();
        }
    }

    /** Asks for the stored position anew, after the batch under way. */
    void restart() {
        synchronized (this) {
            if (busy) {
                again = true;
                return;
            }
            if (!stop()) {
                return;
            }
        }
        reopen.accept(this);
    }

    /** Takes nothing until it is opened again; false if it was not open. */
    private synchronized boolean stop() {
        boolean wasOpen = state == State.OPEN;
        if (wasOpen) {
            state = State.OPENING;
            waiting.clear();
        }
        again = false;
        return wasOpen;
    }

    /** Takes nothing more; what is under way may end or not. Completes when nothing is. */
    synchronized CompletableFuture<@Nullable Void> close() {
        state = State.CLOSED;
        waiting.clear();
        if (!busy) {
            ended.complete(null);
        }
        return ended;
    }

    private synchronized void next() {
        if (!busy && state == State.OPEN && !waiting.isEmpty()) {
            busy = true;
            List<ConsumerRecord<byte[], byte[]>> taken = new ArrayList<>();
            while (taken.size() < workshop.config().batch() && !waiting.isEmpty()) {
                taken.add(waiting.poll());
            }
            long from = position;
            workshop.run(() -> work(from, taken));
        }
    }

    private void work(long from, List<ConsumerRecord<byte[], byte[]>> records) {
        List<Received<E>> received = new ArrayList<>(records.size());
        List<Poison> poisons = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> origin : records) {
            try {
                received.add(workshop.decode(origin));
            } catch (RuntimeException unreadable) {
                poisons.add(new Poison(origin, unreadable));
            }
        }
        long to = records.getLast().offset() + 1;
        PartitionBatch<E> batch = new PartitionBatch<>(partition, from, to, received);
        new Application<>(workshop, batch, poisons, streak, this::isClosed, new End(to)).proceed();
    }

    private synchronized void free() {
        busy = false;
        if (state == State.CLOSED) {
            ended.complete(null);
        }
    }

    private enum State {
        OPENING,
        OPEN,
        CLOSED
    }

    private final class End implements Application.Ending {
        private final long to;

        End(long to) {
            this.to = to;
        }

        @Override
        public void applied() {
            synchronized (Lane.this) {
                position = to;
                free();
                if (!again || !stop()) {
                    next();
                    return;
                }
            }
            reopen.accept(Lane.this);
        }

        @Override
        public void stale() {
            synchronized (Lane.this) {
                free();
                if (!stop()) {
                    return;
                }
            }
            reopen.accept(Lane.this);
        }

        @Override
        public void abandoned() {
            free();
        }
    }
}

package dev.hearth.acceptance.bench;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Puts events on the topic by the clock until it is closed. */
final class Updates implements AutoCloseable {
    private final EventTopic topic;
    private final int rate;
    private final Supplier<Deed> deeds;
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong sent = new AtomicLong();
    private final long start = System.nanoTime();
    private final Thread thread;

    /** @param rate events a second */
    Updates(EventTopic topic, int rate, Supplier<Deed> deeds) {
        this.topic = topic;
        this.rate = rate;
        this.deeds = deeds;
        this.thread = Thread.ofPlatform().name("updates").start(this::send);
    }

    private void send() {
        while (!over.get()) {
            long due = (long) ((System.nanoTime() - start) / 1e9 * rate);
            while (sent.get() < due) {
                topic.send(deeds.get());
                sent.incrementAndGet();
            }
            Await.pause(1);
        }
        topic.flush();
    }

    /** Events a second so far. */
    double achieved() {
        return sent.get() / ((System.nanoTime() - start) / 1e9);
    }

    @Override
    public void close() {
        over.set(true);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

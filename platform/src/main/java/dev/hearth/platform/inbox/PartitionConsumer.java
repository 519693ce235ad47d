package dev.hearth.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads topics and hands their records to a {@link PartitionHandler}, in batches per partition. Kafka's group only
 * shares out the partitions; where to go on in each is asked of the handler, whose store has the position beside the
 * effects.
 *
 * <p>One thread polls, whatever the handler does, so that the group keeps its member; workers decode and apply.
 */
public final class PartitionConsumer<E> implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(PartitionConsumer.class);
    private static final Duration RECOVERY = Duration.ofSeconds(1);

    private final Subscription subscription;
    private final Workshop<E> workshop;
    private final DeadLetters deadLetters;
    private final Thread thread;
    private volatile boolean running = true;
    private volatile @Nullable Reader<E> current;

    /** @param handler where the effects go */
    public PartitionConsumer(
            Subscription subscription, PartitionHandler<E> handler, InboxConfig config, MeterRegistry registry) {
        this.subscription = subscription;
        String group = subscription.group();
        this.deadLetters = new DeadLetters(subscription.service(), subscription.kafka());
        ScheduledExecutorService workers = Executors.newScheduledThreadPool(
                config.threads(),
                Thread.ofPlatform().name(group + "-worker-", 0).daemon().factory());
        this.workshop = new Workshop<>(handler, deadLetters::send, workers, config, new InboxMeters(registry, group));
        this.thread = Thread.ofPlatform().name(group + "-poll").daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /**
     * Opens the partition again in every topic, as far as it is this replica's: for a handler that has other effects
     * now than it told, and may have to wait long for the next record to say so.
     */
    public void reopen(int partition) {
        Reader<E> reader = current;
        if (reader != null) {
            reader.reopen(partition);
        }
    }

    /**
     * Leaves the group, after the batches under way as far as they end in time. Blocks for that time: not on an event
     * loop.
     */
    @Override
    public void close() {
        running = false;
        try {
            thread.join(workshop.config().revokeTimeout().plus(RECOVERY.multipliedBy(2)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workshop.workers().shutdownNow();
        deadLetters.close();
    }

    private void run() {
        while (running) {
            try (Reader<E> reader = new Reader<>(subscription, workshop)) {
                current = reader;
                while (running) {
                    reader.poll();
                }
            } catch (RuntimeException e) {
                LOG.errorf(e, "inbox: reading failed, joining anew: group=%s", subscription.group());
                rest();
            }
        }
    }

    private static void rest() {
        try {
            Thread.sleep(RECOVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

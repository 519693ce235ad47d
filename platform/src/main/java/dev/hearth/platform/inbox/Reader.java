package dev.hearth.platform.inbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/** The group's member: its partitions and their lanes. Used by one thread. */
final class Reader<E> implements ConsumerRebalanceListener, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Reader.class);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration REOPEN = Duration.ofMillis(500);
    private static final long LAG_NANOS = Duration.ofSeconds(1).toNanos();

    private final Workshop<E> workshop;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Lane<E>> lanes = new HashMap<>();
    private final Set<TopicPartition> full = new HashSet<>();
    /** What other threads want done to the consumer. */
    private final Queue<Runnable> asked = new ConcurrentLinkedQueue<>();

    private long lagTold;

    Reader(Subscription subscription, Workshop<E> workshop) {
        this.workshop = workshop;
        this.consumer = new KafkaConsumer<>(
                ReaderSettings.of(subscription, workshop.config()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(subscription.topics(), this);
    }

    /** Asks for the stored positions of these partitions again, in every topic that is read. Any thread may ask. */
    void reopen(int partition) {
        asked.add(() -> List.copyOf(lanes.values()).stream()
                .filter(lane -> lane.partition().partition() == partition)
                .forEach(Lane::restart));
    }

    /** One round: what others asked for, new records into their lanes, full lanes paused. */
    void poll() {
        for (Runnable next = asked.poll(); next != null; next = asked.poll()) {
            next.run();
        }
        ConsumerRecords<byte[], byte[]> read = consumer.poll(POLL);
        for (TopicPartition partition : read.partitions()) {
            Lane<E> lane = lanes.get(partition);
            if (lane != null) {
                lane.put(read.records(partition));
            }
        }
        lanes.values().forEach(this::throttle);
        tellLag();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        consumer.pause(partitions);
        for (TopicPartition partition : partitions) {
            Lane<E> lane = new Lane<>(partition, workshop, this::reopen);
            lanes.put(partition, lane);
            open(lane);
        }
    }

    /** Waits, so that a batch that is nearly done is not done again by the next owner. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        CompletableFuture<?>[] ended = partitions.stream().map(this::release).toArray(CompletableFuture<?>[]::new);
        try {
            var _ = CompletableFuture.allOf(ended)
                    .get(workshop.config().revokeTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warnf("inbox: partitions given up in the middle of a batch: %s", partitions);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        partitions.forEach(workshop.handler()::close);
    }

    /** They are another's already. */
    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            var _ = release(partition);
            workshop.handler().close(partition);
        }
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(workshop.config().revokeTimeout()));
        onPartitionsLost(Set.copyOf(lanes.keySet()));
    }

    private CompletableFuture<?> release(TopicPartition partition) {
        Lane<E> lane = lanes.remove(partition);
        full.remove(partition);
        return lane == null ? CompletableFuture.completedFuture(null) : lane.close();
    }

    private void open(Lane<E> lane) {
        workshop.open(lane.partition())
                .subscribe()
                .with(position -> asked.add(() -> begin(lane, position)), failure -> openLater(lane, failure));
    }

    private void openLater(Lane<E> lane, Throwable failure) {
        LOG.warnf("inbox: position of %s is not known yet: %s", lane.partition(), failure.toString());
        if (!lane.isClosed()) {
            workshop.later(() -> open(lane), REOPEN);
        }
    }

    private void begin(Lane<E> lane, long position) {
        if (lanes.get(lane.partition()) == lane) {
            consumer.seek(lane.partition(), position);
            lane.opened(position);
            full.remove(lane.partition());
            consumer.resume(List.of(lane.partition()));
        }
    }

    private void reopen(Lane<E> lane) {
        LOG.warnf("inbox: %s is opened again, its position was moved elsewhere", lane.partition());
        asked.add(() -> {
            if (lanes.get(lane.partition()) == lane) {
                consumer.pause(List.of(lane.partition()));
                workshop.handler().close(lane.partition());
                open(lane);
            }
        });
    }

    private void throttle(Lane<E> lane) {
        int waiting = lane.waiting();
        int most = workshop.config().prefetch();
        TopicPartition partition = lane.partition();
        if (waiting > most && full.add(partition)) {
            consumer.pause(List.of(partition));
        } else if (waiting <= most / 2 && lane.isOpen() && full.remove(partition)) {
            consumer.resume(List.of(partition));
        }
    }

    private void tellLag() {
        long now = System.nanoTime();
        if (now - lagTold > LAG_NANOS) {
            lagTold = now;
            long lag = 0;
            for (Lane<E> lane : lanes.values()) {
                lag += lane.waiting()
                        + (lane.isOpen() ? consumer.currentLag(lane.partition()).orElse(0) : 0);
            }
            workshop.meters().lag(lag);
        }
    }
}

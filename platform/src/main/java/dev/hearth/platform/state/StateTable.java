package dev.hearth.platform.state;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jboss.logging.Logger;

/**
 * A whole compacted topic in this replica's memory: read from its beginning, then followed. A health check: ready once
 * it has read what was there at the start; while Kafka is away it stays ready with what it knows.
 *
 * @param <K> what a state is found by
 * @param <V> what is kept of it
 */
public final class StateTable<K, V> implements HealthCheck, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(StateTable.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration RECOVERY = Duration.ofSeconds(1);
    private static final Duration BROKER_TIMEOUT = Duration.ofSeconds(5);

    private final String topic;
    private final Map<String, Object> settings;
    private final StateMap<K, V> states;
    private final Thread thread;
    private volatile boolean running = true;
    private volatile boolean ready;

    /**
     * @param topic a compacted topic; its number of partitions must not change while this runs
     * @param kafka client settings, {@code bootstrap.servers} at least
     */
    public StateTable(String topic, Map<String, Object> kafka, StateReader<K, V> reader) {
        this(topic, kafka, reader, (key, had, now) -> {});
    }

    /**
     * @param topic a compacted topic; its number of partitions must not change while this runs
     * @param kafka client settings, {@code bootstrap.servers} at least
     * @param listener is told of every change, by the one thread that reads
     */
    public StateTable(String topic, Map<String, Object> kafka, StateReader<K, V> reader, StateListener<K, V> listener) {
        this.topic = topic;
        this.settings = settings(kafka);
        this.states = new StateMap<>(reader, listener);
        this.thread = Thread.ofPlatform().name("state-" + topic).daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    public Optional<V> find(K key) {
        return states.find(key);
    }

    /** All that are here now, in no order; those that come or go meanwhile may be among them or not. */
    public Stream<V> values() {
        return states.values();
    }

    public int size() {
        return states.size();
    }

    /** Whether everything that was there at the start is here. */
    public boolean isReady() {
        return ready;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("state " + topic)
                .status(ready)
                .withData("states", states.size())
                .build();
    }

    /** Stops reading; what is here stays. */
    @Override
    public void close() {
        running = false;
    }

    private void run() {
        while (running) {
            try (KafkaConsumer<String, byte[]> consumer =
                    new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
                follow(consumer);
            } catch (RuntimeException e) {
                LOG.warnf("state: %s cannot be read, trying again: %s", topic, e.toString());
                rest();
            }
        }
    }

    private void follow(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = partitions(consumer);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ahead = new HashMap<>(consumer.endOffsets(partitions, BROKER_TIMEOUT));
        while (running) {
            for (ConsumerRecord<String, byte[]> read : consumer.poll(POLL)) {
                take(read);
            }
            ahead.entrySet().removeIf(end -> consumer.position(end.getKey(), BROKER_TIMEOUT) >= end.getValue());
            arrived(ahead.isEmpty());
        }
    }

    private void arrived(boolean now) {
        if (now && !ready) {
            ready = true;
            LOG.infof("state: %s is read: states=%d", topic, states.size());
        }
    }

    private List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic, BROKER_TIMEOUT).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("there is no topic " + topic);
        }
        return partitions;
    }

    private void take(ConsumerRecord<String, byte[]> read) {
        try {
            states.take(read);
        } catch (RuntimeException e) {
            LOG.errorf(
                    "state: unreadable record skipped: topic=%s partition=%d offset=%d cause=%s",
                    read.topic(), read.partition(), read.offset(), e.getClass().getName());
        }
    }

    private static void rest() {
        try {
            Thread.sleep(RECOVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, Object> settings(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return settings;
    }
}

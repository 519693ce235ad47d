package dev.hearth.platform.state;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
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

    private final String topic;
    private final StateMap<K, V> states;
    private final TopicFollower follower;
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
        this.states = new StateMap<>(reader, listener);
        this.follower = new TopicFollower(topic, kafka, new FromTheBeginning());
    }

    public void start() {
        follower.start();
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
        follower.close();
    }

    private final class FromTheBeginning implements TopicReading {
        /** The ends of the partitions when reading began, of those where it has not come so far. */
        private final Map<TopicPartition, Long> ahead = new HashMap<>();

        @Override
        public void seek(KafkaConsumer<?, ?> consumer, List<TopicPartition> partitions) {
            consumer.seekToBeginning(partitions);
            ahead.clear();
            ahead.putAll(consumer.endOffsets(partitions, TopicFollower.BROKER_TIMEOUT));
        }

        @Override
        public void take(ConsumerRecord<String, byte[]> read) {
            states.take(read);
        }

        @Override
        public void polled(KafkaConsumer<?, ?> consumer) {
            ahead.entrySet()
                    .removeIf(end -> consumer.position(end.getKey(), TopicFollower.BROKER_TIMEOUT) >= end.getValue());
            if (ahead.isEmpty() && !ready) {
                ready = true;
                LOG.infof("state: %s is read: states=%d", topic, states.size());
            }
        }
    }
}

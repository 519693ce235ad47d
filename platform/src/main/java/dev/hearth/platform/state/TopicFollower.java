package dev.hearth.platform.state;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads all partitions of a topic in a thread of this replica's own, in no consumer group: each replica reads
 * everything. While Kafka is away it tries again, every second.
 */
public final class TopicFollower implements AutoCloseable {
    /** How long the broker may take to answer what is asked beside polling. */
    public static final Duration BROKER_TIMEOUT = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration RECOVERY = Duration.ofSeconds(1);

    private final String topic;
    private final Map<String, Object> settings;
    private final TopicReading reading;
    private final Thread thread;
    private volatile boolean running = true;

    /**
     * @param topic its number of partitions must not change while this runs
     * @param kafka client settings, {@code bootstrap.servers} at least
     */
    public TopicFollower(String topic, Map<String, Object> kafka, TopicReading reading) {
        this.topic = topic;
        this.settings = LoneReader.settings(kafka, 5_000);
        this.reading = reading;
        this.thread = Thread.ofPlatform().name("follow-" + topic).daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Stops reading, soon. */
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
                LOG.warnf("%s cannot be read, trying again: %s", topic, e.toString());
                rest();
            }
        }
    }

    private void follow(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = partitions(consumer);
        consumer.assign(partitions);
        reading.seek(consumer, partitions);
        while (running) {
            consumer.poll(POLL).forEach(this::take);
            reading.polled(consumer);
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
            reading.take(read);
        } catch (IOException | RuntimeException e) {
            LOG.errorf(
                    "unreadable record skipped: topic=%s partition=%d offset=%d cause=%s",
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
}

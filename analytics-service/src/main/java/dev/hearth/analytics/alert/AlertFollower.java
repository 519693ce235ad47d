package dev.hearth.analytics.alert;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.KafkaCodec;
import dev.hearth.platform.event.Topics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Follows hearth.signal in each replica: what was told lately, by whichever replica, and what is told from now on.
 * Nothing depends on it but those who look: while Kafka is away, what is here stays.
 */
@ApplicationScoped
class AlertFollower {
    private static final Logger LOG = Logger.getLogger(AlertFollower.class);
    private static final Duration REACH = Duration.ofDays(30);
    /** Of each partition, however much was told in these days. */
    private static final long MOST_RECORDS = 50_000;

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration RECOVERY = Duration.ofSeconds(1);
    private static final Duration BROKER_TIMEOUT = Duration.ofSeconds(5);
    private static final String PREFIX = "dev.hearth.";

    private final Alerts alerts;
    private final ObjectMapper json;
    private final Clock clock;
    private final Map<String, Object> settings;
    private final Thread thread;
    private volatile boolean running = true;

    AlertFollower(
            Alerts alerts,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.alerts = alerts;
        this.json = json;
        this.clock = clock;
        this.settings = Map.of(
                "bootstrap.servers",
                servers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                500);
        this.thread = Thread.ofPlatform().name("alerts").daemon().unstarted(this::run);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        running = false;
    }

    private void run() {
        while (running) {
            try (KafkaConsumer<String, byte[]> consumer =
                    new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
                seek(consumer);
                while (running) {
                    consumer.poll(POLL).forEach(this::take);
                }
            } catch (RuntimeException e) {
                LOG.warnf("alerts: %s cannot be read, trying again: %s", Topics.SIGNAL, e.toString());
                rest();
            }
        }
    }

    /** To what was told lately. Where nothing was, to the end. */
    private void seek(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.SIGNAL, BROKER_TIMEOUT).stream()
                .map(info -> new TopicPartition(Topics.SIGNAL, info.partition()))
                .toList();
        consumer.assign(partitions);
        long since = clock.instant().minus(REACH).toEpochMilli();
        Map<TopicPartition, OffsetAndTimestamp> lately = consumer.offsetsForTimes(
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> since)),
                BROKER_TIMEOUT);
        consumer.endOffsets(partitions, BROKER_TIMEOUT).forEach((partition, end) -> {
            OffsetAndTimestamp first = lately.get(partition);
            consumer.seek(partition, first == null ? end : Math.max(first.offset(), end - MOST_RECORDS));
        });
    }

    private void take(ConsumerRecord<String, byte[]> read) {
        try {
            CloudEvent event = KafkaCodec.fromRecord(read);
            alerts.take(
                    event.community(),
                    new Alert(
                            event.id(),
                            kind(event.type()),
                            event.time(),
                            json.readTree(Objects.requireNonNull(event.data(), "there is no payload"))));
        } catch (IOException | RuntimeException e) {
            LOG.errorf(
                    "alerts: unreadable record skipped: topic=%s partition=%d offset=%d cause=%s",
                    read.topic(), read.partition(), read.offset(), e.getClass().getName());
        }
    }

    /** Of {@code dev.hearth.signal.group-cold.v1}: {@code signal.group-cold}. */
    private static String kind(String type) {
        int version = type.lastIndexOf('.');
        if (!type.startsWith(PREFIX) || version < PREFIX.length()) {
            throw new IllegalArgumentException("no type of Hearth");
        }
        return type.substring(PREFIX.length(), version);
    }

    private static void rest() {
        try {
            Thread.sleep(RECOVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

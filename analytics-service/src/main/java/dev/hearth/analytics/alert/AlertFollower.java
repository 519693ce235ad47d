package dev.hearth.analytics.alert;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.KafkaCodec;
import dev.hearth.platform.event.Topics;
import dev.hearth.platform.state.TopicFollower;
import dev.hearth.platform.state.TopicReading;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Follows hearth.signal in each replica: what was told lately, by whichever replica, and what is told from now on.
 * Nothing depends on it but those who look: while Kafka is away, what is here stays.
 */
@ApplicationScoped
class AlertFollower implements TopicReading {
    private static final Duration REACH = Duration.ofDays(30);
    /** Of each partition, however much was told in these days. */
    private static final long MOST_RECORDS = 50_000;

    private static final String PREFIX = "dev.hearth.";

    private final Alerts alerts;
    private final ObjectMapper json;
    private final Clock clock;
    private final TopicFollower follower;

    AlertFollower(
            Alerts alerts,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.alerts = alerts;
        this.json = json;
        this.clock = clock;
        this.follower = new TopicFollower(Topics.SIGNAL, Map.of("bootstrap.servers", servers), this);
    }

    void start(@Observes StartupEvent event) {
        follower.start();
    }

    void stop(@Observes ShutdownEvent event) {
        follower.close();
    }

    /** To what was told lately. Where nothing was, to the end. */
    @Override
    public void seek(KafkaConsumer<?, ?> consumer, List<TopicPartition> partitions) {
        long since = clock.instant().minus(REACH).toEpochMilli();
        Map<TopicPartition, OffsetAndTimestamp> lately = consumer.offsetsForTimes(
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> since)),
                TopicFollower.BROKER_TIMEOUT);
        consumer.endOffsets(partitions, TopicFollower.BROKER_TIMEOUT).forEach((partition, end) -> {
            OffsetAndTimestamp first = lately.get(partition);
            consumer.seek(partition, first == null ? end : Math.max(first.offset(), end - MOST_RECORDS));
        });
    }

    @Override
    public void take(ConsumerRecord<String, byte[]> read) throws IOException {
        CloudEvent event = KafkaCodec.fromRecord(read);
        alerts.take(
                event.community(),
                new Alert(
                        event.id(),
                        kind(event.type()),
                        event.time(),
                        json.readTree(Objects.requireNonNull(event.data(), "there is no payload"))));
    }

    /** Of {@code dev.hearth.signal.group-cold.v1}: {@code signal.group-cold}. */
    private static String kind(String type) {
        int version = type.lastIndexOf('.');
        if (!type.startsWith(PREFIX) || version < PREFIX.length()) {
            throw new IllegalArgumentException("no type of Hearth");
        }
        return type.substring(PREFIX.length(), version);
    }
}

package dev.hearth.incentive.why;

import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.KafkaCodec;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads single events from where they stand on their topics. */
@ApplicationScoped
class SourceEvents {
    private static final Pattern POSITION = Pattern.compile("(hearth\\.[a-z-]+)/(\\d{1,6})/(\\d{1,18})");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String broker;

    SourceEvents(@ConfigProperty(name = "kafka.bootstrap.servers") String broker) {
        this.broker = broker;
    }

    /** The event at {@code topic/partition/offset}; empty if it is not there any more. */
    Uni<Optional<CloudEvent>> at(String position) {
        Matcher parts = POSITION.matcher(position);
        if (!parts.matches()) {
            return Uni.createFrom().item(Optional.empty());
        }
        TopicPartition partition = new TopicPartition(parts.group(1), Integer.parseInt(parts.group(2)));
        long offset = Long.parseLong(parts.group(3));
        return Uni.createFrom()
                .item(() -> read(partition, offset))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Optional<CloudEvent> read(TopicPartition partition, long offset) {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            long first = consumer.beginningOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L);
            long end = consumer.endOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L);
            if (offset < first || offset >= end) {
                return Optional.empty();
            }
            consumer.seek(partition, offset);
            for (ConsumerRecord<String, byte[]> read : consumer.poll(PATIENCE)) {
                return read.offset() == offset ? Optional.of(KafkaCodec.fromRecord(read)) : Optional.empty();
            }
            return Optional.empty();
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        return settings;
    }
}

package dev.hearth.platform.outbox;

import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.KafkaCodec;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends events past the outbox, for what no database transaction decides: only what whoever sends it finds again by
 * itself after a crash, and says again under the same id. Idempotent producer, all replicas; at least once.
 */
public final class DirectSender implements AutoCloseable {
    private final KafkaProducer<String, byte @Nullable []> producer;

    /** @param kafka client settings, {@code bootstrap.servers} at least */
    public DirectSender(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.keySet().removeIf(key -> key.endsWith(".deserializer") || key.equals("group.id"));
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        producer = open(settings);
    }

    /**
     * Completes when Kafka has all of them; fails within 12 s if it does not, and then any of them may have been sent.
     */
    public Uni<Void> send(List<CloudEvent> events) {
        return events.isEmpty()
                ? Uni.createFrom().voidItem()
                // The producer blocks while it does not know the topic.
                : Uni.join()
                        .all(events.stream().map(this::send).toList())
                        .andCollectFailures()
                        .replaceWithVoid()
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }

    private Uni<Boolean> send(CloudEvent event) {
        return Uni.createFrom().emitter(emitter -> {
            var _ = producer.send(KafkaCodec.toRecord(event), (metadata, failure) -> {
                if (failure == null) {
                    emitter.complete(true);
                } else {
                    emitter.fail(failure);
                }
            });
        });
    }

    @SuppressWarnings("NullAway") // a serializer of byte arrays takes null, a tombstone, as every serializer must
    private static KafkaProducer<String, byte @Nullable []> open(Map<String, Object> settings) {
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}

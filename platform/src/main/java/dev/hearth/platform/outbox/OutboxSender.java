package dev.hearth.platform.outbox;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends batches by an idempotent producer, which keeps the order per partition through its own retries. It retries for
 * ever: a record that it gave up on while later ones go through would break the order of its key. Used by the relay's
 * thread only.
 */
final class OutboxSender {
    private final Map<String, Object> settings;
    private @Nullable KafkaProducer<String, byte @Nullable []> producer;

    OutboxSender(Map<String, Object> kafka) {
        settings = new HashMap<>(kafka);
        settings.keySet().removeIf(key -> key.endsWith(".deserializer") || key.equals("group.id"));
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
        settings.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        // A batch is handed over in less time: it leaves as few requests, not as many as the sender happens to cut.
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    }

    /**
     * Sends {@code rows} in their order, all under way at once; completes when Kafka has answered for each that was
     * sent.
     */
    Uni<Delivery> send(List<OutboxRow> rows) {
        return Uni.createFrom().emitter(emitter -> new Batch(rows, emitter).send(producer()));
    }

    /** Gives up what is under way: none of it is sent from here any more, except what is on the wire already. */
    void discard() {
        KafkaProducer<String, byte @Nullable []> old = producer;
        producer = null;
        if (old != null) {
            old.close(Duration.ZERO);
        }
    }

    private KafkaProducer<String, byte @Nullable []> producer() {
        KafkaProducer<String, byte @Nullable []> current = producer;
        if (current == null) {
            current = open(settings);
            producer = current;
        }
        return current;
    }

    @SuppressWarnings("NullAway") // a serializer of byte arrays takes null, a tombstone, as every serializer must
    private static KafkaProducer<String, byte @Nullable []> open(Map<String, Object> settings) {
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** One batch under way. */
    private static final class Batch {
        private final List<OutboxRow> rows;
        private final UniEmitter<? super Delivery> emitter;
        private final BitSet acknowledged;
        private int open;
        private @Nullable Throwable failure;

        Batch(List<OutboxRow> rows, UniEmitter<? super Delivery> emitter) {
            this.rows = rows;
            this.emitter = emitter;
            this.acknowledged = new BitSet(rows.size());
            this.open = 1; // this batch itself, until all its rows are handed over
        }

        void send(KafkaProducer<String, byte @Nullable []> producer) {
            try {
                for (int i = 0; i < rows.size() && handedOver(); i++) {
                    int index = i;
                    var _ = producer.send(rows.get(i).toRecord(), (metadata, refused) -> answered(index, refused));
                }
                answered(-1, null);
            } catch (RuntimeException e) {
                answered(-1, e);
            }
        }

        /** Counts one more row in, unless one failed already: what comes after it might be of its key. */
        private synchronized boolean handedOver() {
            if (failure == null) {
                open++;
                return true;
            }
            return false;
        }

        private synchronized void answered(int index, @Nullable Exception refused) {
            if (refused != null) {
                failure = failure == null ? refused : failure;
            } else if (index >= 0) {
                acknowledged.set(index);
            }
            if (--open == 0) {
                emitter.complete(Delivery.of(rows, acknowledged, failure));
            }
        }
    }
}

package dev.hearth.platform.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hearth.platform.event.Topics;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what can never be applied: key, value and headers as they were (the trace among them), and where it came from
 * and why in headers {@code dead-letter-*}.
 */
final class DeadLetters implements AutoCloseable {
    static final String REASON = "dead-letter-reason";
    static final String CAUSE = "dead-letter-cause";
    static final String TOPIC = "dead-letter-topic";
    static final String PARTITION = "dead-letter-partition";
    static final String OFFSET = "dead-letter-offset";
    /** Set where the value left no room for the headers: it is to be read where it came from. */
    static final String VALUE_OMITTED = "dead-letter-value-omitted";

    private static final int MAX_REASON = 1000;

    private final String topic;
    private final KafkaProducer<byte[], byte @Nullable []> producer;

    DeadLetters(String service, Map<String, Object> kafka) {
        topic = Topics.deadLetter(service);
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        producer = open(settings);
    }

    /** Completes when Kafka has it. */
    Uni<Void> send(ConsumerRecord<byte[], byte[]> poison, Throwable cause) {
        return send(letter(poison, cause, true))
                .onFailure(RecordTooLargeException.class)
                .recoverWithUni(() -> send(letter(poison, cause, false)));
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }

    private Uni<Void> send(ProducerRecord<byte[], byte @Nullable []> letter) {
        return Uni.createFrom().emitter(emitter -> {
            var _ = producer.send(letter, (metadata, failure) -> {
                if (failure == null) {
                    emitter.complete(null);
                } else {
                    emitter.fail(failure);
                }
            });
        });
    }

    private ProducerRecord<byte[], byte @Nullable []> letter(
            ConsumerRecord<byte[], byte[]> poison, Throwable cause, boolean whole) {
        Headers headers = new RecordHeaders();
        for (Header header : poison.headers()) {
            headers.add(header);
        }
        add(headers, REASON, reason(cause));
        add(headers, CAUSE, cause.getClass().getName());
        add(headers, TOPIC, poison.topic());
        add(headers, PARTITION, Integer.toString(poison.partition()));
        add(headers, OFFSET, Long.toString(poison.offset()));
        if (!whole) {
            add(headers, VALUE_OMITTED, "true");
        }
        return new ProducerRecord<>(topic, null, poison.key(), whole ? poison.value() : null, headers);
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        String reason = message == null ? cause.toString() : message;
        return reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) : reason;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    @SuppressWarnings("NullAway") // a serializer of byte arrays takes null, a tombstone, as every serializer must
    private static KafkaProducer<byte[], byte @Nullable []> open(Map<String, Object> settings) {
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}

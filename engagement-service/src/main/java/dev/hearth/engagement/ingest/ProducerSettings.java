package dev.hearth.engagement.ingest;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** How the ingest's producer is set. */
final class ProducerSettings {
    /** The producer holds batches for longer than records, so it gets twice as much. */
    private static final long BUFFER_RESERVE = 2;

    private ProducerSettings() {}

    /** @param kafka what is set from outside: addresses, encryption, credentials */
    static Map<String, Object> of(Map<String, Object> kafka, IngestConfig config) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "engagement-service-ingest");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, (int) config.linger().toMillis());
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, config.batchBytes());
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, config.maxBytesUnderWay() * BUFFER_RESERVE);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0);
        // Longer than a request waits: a leader's election is survived without a repeat of what is under way.
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 50);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MS_CONFIG, 50);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return settings;
    }
}

package dev.hearth.platform.state;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Settings of consumers that are in no group: they say themselves what they read, and from where. */
public final class LoneReader {
    private LoneReader() {}

    /**
     * The settings, to which others may be added.
     *
     * @param kafka client settings, {@code bootstrap.servers} at least
     * @param recordsAtOnce how many a poll brings at most
     */
    public static Map<String, Object> settings(Map<String, Object> kafka, int recordsAtOnce) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, recordsAtOnce);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return settings;
    }
}

package dev.hearth.platform.inbox;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.RangeAssignor;

/** How a {@link Reader}'s consumer is set. */
final class ReaderSettings {
    private static final int HEARTBEATS_A_SESSION = 4;

    private ReaderSettings() {}

    static Map<String, Object> of(Subscription subscription, InboxConfig config) {
        Map<String, Object> settings = new HashMap<>(subscription.kafka());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, subscription.group());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Only where the store knows no position, or one that the topic no longer has.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                (subscription.aligned() ? RangeAssignor.class : CooperativeStickyAssignor.class).getName());
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        int session = Math.toIntExact(config.sessionTimeout().toMillis());
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, session);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, session / HEARTBEATS_A_SESSION);
        config.instance().ifPresent(name -> settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, name));
        return settings;
    }
}

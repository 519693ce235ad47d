package dev.hearth.local.test;

import dev.hearth.local.LocalKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A Kafka broker with Hearth's topics. Sets {@code kafka.bootstrap.servers}. */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of("kafka.bootstrap.servers", LocalKafka.shared().bootstrapServers());
    }

    /** The broker goes on for the next test class; it ends with the JVM. */
    @Override
    public void stop() {}
}

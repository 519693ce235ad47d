package dev.hearth.local.test;

import dev.hearth.local.LocalKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A Kafka broker with Hearth's topics. Sets {@code kafka.bootstrap.servers}. */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        var address = switch (Lane.chosen()) {
            case PROCESSES -> LocalKafka.shared().bootstrapServers();
            case CONTAINERS -> ContainerServers.kafka();
        };
        return Map.of("kafka.bootstrap.servers", address);
    }

    /** The broker goes on for the next test class; it ends with the JVM. */
    @Override
    public void stop() {}
}

package dev.hearth.acceptance.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The producer of the bare server, with the settings that the ingest's own producer has.
 *
 * @param topic where its records go
 * @param values Kafka's producer settings
 */
record ProducerSettings(String topic, Map<String, Object> values) {
    static ProducerSettings parse(String... arguments) {
        Map<String, Object> values = new HashMap<>(Map.of("bootstrap.servers", arguments[0]));
        Arrays.stream(arguments).skip(2).forEach(setting -> {
            int equals = setting.indexOf('=');
            values.put(setting.substring(0, equals), setting.substring(equals + 1));
        });
        return new ProducerSettings(arguments[1], values);
    }

    /** The settings of the ingest's producer. */
    static List<String> ofTheIngest() {
        return List.of(
                "acks=all",
                "enable.idempotence=true",
                "compression.type=lz4",
                "linger.ms=2",
                "batch.size=131072",
                "buffer.memory=100663296");
    }
}

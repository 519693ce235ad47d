package dev.hearth.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hearth.platform.event.CloudEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events as tests need them. */
final class OutboxEvents {
    private OutboxEvents() {}

    static CloudEvent event(String topic, String key, long version, String json) {
        return of(topic, key, version, json.getBytes(UTF_8));
    }

    static CloudEvent tombstone(String topic, String key, long version) {
        return of(topic, key, version, null);
    }

    private static CloudEvent of(String topic, String key, long version, byte @Nullable [] data) {
        return new CloudEvent(
                topic,
                key,
                UUID.randomUUID().toString(),
                "/test-service",
                "dev.hearth.test.v1",
                "mémber",
                Instant.parse("2026-03-01T10:00:00Z"),
                "acme",
                version,
                null,
                "cause",
                null,
                data);
    }
}

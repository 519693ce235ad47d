package dev.hearth.platform.state;

import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.KafkaCodec;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** The last version of each state. Repeats and older versions change nothing. */
final class StateMap<K, V> {
    private final StateReader<K, V> reader;
    private final ConcurrentMap<K, Versioned<V>> states = new ConcurrentHashMap<>();

    StateMap(StateReader<K, V> reader) {
        this.reader = reader;
    }

    Optional<V> find(K key) {
        Versioned<V> state = states.get(key);
        return state == null ? Optional.empty() : Optional.of(state.value());
    }

    int size() {
        return states.size();
    }

    /** Takes a record in; fails if it is not an event. */
    void take(ConsumerRecord<String, byte[]> read) {
        if (read.key() == null) {
            throw new IllegalArgumentException("the record has no key");
        }
        K key = reader.key(read.key());
        if (read.value() == null) {
            remove(key, version(read.headers()));
            return;
        }
        CloudEvent event = KafkaCodec.fromRecord(read);
        if (!reader.reads(event.type())) {
            return;
        }
        V value = reader.value(event);
        if (value == null) {
            remove(key, event.aggregateVersion());
        } else {
            Versioned<V> taken = new Versioned<>(event.aggregateVersion(), value);
            states.merge(key, taken, (had, now) -> now.version() >= had.version() ? now : had);
        }
    }

    /** A tombstone without a version is the last word. */
    private void remove(K key, long version) {
        states.computeIfPresent(key, (same, had) -> version == 0 || version >= had.version() ? null : had);
    }

    private static long version(Headers headers) {
        String version = KafkaCodec.text(headers, "ce_aggregateversion");
        return version == null ? 0 : Long.parseLong(version);
    }

    private record Versioned<V>(long version, V value) {}
}

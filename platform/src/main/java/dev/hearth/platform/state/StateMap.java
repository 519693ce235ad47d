package dev.hearth.platform.state;

import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.KafkaCodec;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** The last version of each state. Repeats and older versions change nothing. */
final class StateMap<K, V> {
    private final StateReader<K, V> reader;
    private final StateListener<K, V> listener;
    private final ConcurrentMap<K, Versioned<V>> states = new ConcurrentHashMap<>();

    StateMap(StateReader<K, V> reader, StateListener<K, V> listener) {
        this.reader = reader;
        this.listener = listener;
    }

    Optional<V> find(K key) {
        Versioned<V> state = states.get(key);
        return state == null ? Optional.empty() : Optional.of(state.value());
    }

    Stream<V> values() {
        return states.values().stream().map(Versioned::value);
    }

    int size() {
        return states.size();
    }

    /** Takes a record in; fails if it is not an event. Called by one thread. */
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
            put(key, new Versioned<>(event.aggregateVersion(), value));
        }
    }

    private void put(K key, Versioned<V> now) {
        Versioned<V> had = states.get(key);
        if (had == null || now.version() >= had.version()) {
            states.put(key, now);
            listener.changed(key, had == null ? null : had.value(), now.value());
        }
    }

    /** A tombstone without a version is the last word. */
    private void remove(K key, long version) {
        Versioned<V> had = states.get(key);
        if (had != null && (version == 0 || version >= had.version())) {
            states.remove(key);
            listener.changed(key, had.value(), null);
        }
    }

    private static long version(Headers headers) {
        String version = KafkaCodec.text(headers, "ce_aggregateversion");
        return version == null ? 0 : Long.parseLong(version);
    }

    private record Versioned<V>(long version, V value) {}
}

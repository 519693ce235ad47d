package dev.hearth.platform.state;

import dev.hearth.platform.event.CloudEvent;
import org.jspecify.annotations.Nullable;

/**
 * Picks out of a state event what is worth keeping.
 *
 * @param <K> what the state is found by
 * @param <V> what is kept of it: immutable and small, a million may be held
 */
public interface StateReader<K, V> {
    /** From the record's key: {@code community/member}. */
    K key(String recordKey);

    /**
     * Whether {@link #value} reads events of this type. Others leave the state alone, whatever their key: a topic may
     * get further types that this reader does not know yet.
     */
    boolean reads(String type);

    /**
     * What to keep; null to keep nothing of it. Never called for tombstones. Whatever this throws skips the record with
     * a warning: the last state that could be read stays.
     */
    @Nullable
    V value(CloudEvent event);
}

package dev.hearth.platform.state;

import org.jspecify.annotations.Nullable;

/**
 * Is told what changes, so that it can keep an index of its own. Called by one thread at a time, for each key in the
 * order of its versions; whatever it throws skips the record with an error in the log, so it should throw nothing.
 *
 * @param <K> what a state is found by
 * @param <V> what is kept of it
 */
@FunctionalInterface
public interface StateListener<K, V> {
    /**
     * @param had what was kept before; null if nothing
     * @param now what is kept now, found from now on; null if it is forgotten
     */
    void changed(K key, @Nullable V had, @Nullable V now);
}

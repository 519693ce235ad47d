package dev.hearth.analytics.activity;

import java.util.HashMap;
import java.util.Map;

/**
 * How far each topic has been applied in one partition.
 *
 * @param offsets by topic, the next offset to apply; a topic that is not named begins at 0
 */
public record Positions(Map<String, Long> offsets) {
    public static final Positions START = new Positions(Map.of());

    public Positions {
        offsets = Map.copyOf(offsets);
    }

    public long of(String topic) {
        return offsets.getOrDefault(topic, 0L);
    }

    public Positions with(String topic, long offset) {
        Map<String, Long> changed = new HashMap<>(offsets);
        changed.put(topic, offset);
        return new Positions(changed);
    }

    /** Whether these are as far as the {@code others}, in every topic. */
    public boolean reach(Positions others) {
        return others.offsets.entrySet().stream().allMatch(other -> of(other.getKey()) >= other.getValue());
    }

    /** By how many offsets these are further than the {@code others}. */
    public long beyond(Positions others) {
        return offsets.entrySet().stream()
                .mapToLong(each -> each.getValue() - others.of(each.getKey()))
                .sum();
    }
}

package dev.hearth.analytics.cohort;

import dev.hearth.analytics.activity.Window;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * How many members stand where in a period.
 *
 * @param window the period
 * @param members by state; every state is there
 */
public record LifecycleFigure(Window window, Map<LifecycleState, Long> members) {
    public LifecycleFigure {
        members = Map.copyOf(members);
        if (members.size() != LifecycleState.values().length) {
            throw new IllegalArgumentException("a state is missing: " + members);
        }
    }

    public long of(LifecycleState state) {
        return Objects.requireNonNull(members.get(state));
    }

    static LifecycleFigure of(Window window, LifecycleSets sets) {
        Map<LifecycleState, Long> counts = new EnumMap<>(LifecycleState.class);
        for (LifecycleState state : LifecycleState.values()) {
            counts.put(state, sets.of(state).getLongCardinality());
        }
        return new LifecycleFigure(window, counts);
    }

    /** Partitions share no members. */
    LifecycleFigure plus(LifecycleFigure other) {
        Map<LifecycleState, Long> sum = new EnumMap<>(LifecycleState.class);
        for (LifecycleState state : LifecycleState.values()) {
            sum.put(state, of(state) + other.of(state));
        }
        return new LifecycleFigure(window, sum);
    }
}

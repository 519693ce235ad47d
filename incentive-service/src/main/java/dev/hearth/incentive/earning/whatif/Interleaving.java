package dev.hearth.incentive.earning.whatif;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Puts what comes by several lanes into one order: by time, then by lane. What comes by one lane stays in its order,
 * even where its times go back.
 *
 * @param <L> the lanes
 * @param <T> what comes
 */
final class Interleaving<L, T> {
    private final Map<L, Deque<Timed<T>>> waiting;

    private record Timed<T>(long time, T what) {}

    /** @param order of what comes at the same time */
    Interleaving(Collection<L> lanes, Comparator<L> order) {
        waiting = new TreeMap<>(order);
        lanes.forEach(lane -> waiting.put(lane, new ArrayDeque<>()));
    }

    /** @param time in any unit, the same for all lanes */
    void put(L lane, long time, T what) {
        lane(lane).addLast(new Timed<>(time, what));
    }

    int waiting(L lane) {
        return lane(lane).size();
    }

    /**
     * What comes next; none where that cannot be known yet, because nothing is here of a lane that may still bring
     * something.
     *
     * @param open the lanes that may still bring something
     */
    Optional<T> next(Collection<L> open) {
        if (open.stream().anyMatch(lane -> lane(lane).isEmpty())) {
            return Optional.empty();
        }
        Deque<Timed<T>> first = null;
        long earliest = Long.MAX_VALUE;
        for (Deque<Timed<T>> lane : waiting.values()) {
            Timed<T> head = lane.peekFirst();
            if (head != null && (first == null || head.time() < earliest)) {
                first = lane;
                earliest = head.time();
            }
        }
        return first == null
                ? Optional.empty()
                : Optional.of(first.removeFirst().what());
    }

    boolean isEmpty() {
        return waiting.values().stream().allMatch(Deque::isEmpty);
    }

    private Deque<Timed<T>> lane(L lane) {
        Deque<Timed<T>> known = waiting.get(lane);
        if (known == null) {
            throw new IllegalArgumentException("there is no lane " + lane);
        }
        return known;
    }
}

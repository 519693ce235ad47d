package dev.hearth.analytics.funnel;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Steps that a member takes one after the other. Whoever did anything of the first step has entered, at the first time
 * it did; each further step is reached with the earliest act of its kinds at or after the time at which the one before
 * was reached. One act may be several steps, if they are of its kind. A member counts once.
 *
 * @param steps the kinds of each step, any of which will do: 2 to {@value #MAX_STEPS} steps, no two alike
 * @param window how long after entering a step may be reached, to the millisecond; null: without limit
 */
record Funnel(List<Set<String>> steps, @Nullable Duration window) {
    static final int MIN_STEPS = 2;
    static final int MAX_STEPS = 10;

    Funnel {
        steps = steps.stream().map(Set::copyOf).toList();
        if (steps.size() < MIN_STEPS
                || steps.size() > MAX_STEPS
                || Set.copyOf(steps).size() < steps.size()
                || steps.stream().anyMatch(Set::isEmpty)) {
            throw new IllegalArgumentException("a funnel has " + MIN_STEPS + " to " + MAX_STEPS + " different steps");
        }
    }

    /** A bit for each step that an act of the kind is. */
    int stepsOf(String kind) {
        int bits = 0;
        for (int step = 0; step < steps.size(); step++) {
            if (steps.get(step).contains(kind)) {
                bits |= 1 << step;
            }
        }
        return bits;
    }

    boolean isWithin(long entered, long at) {
        return window == null || at - entered <= window.toMillis();
    }
}

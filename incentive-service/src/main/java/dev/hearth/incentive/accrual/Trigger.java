package dev.hearth.incentive.accrual;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which events a rule answers.
 *
 * @param kinds the kinds
 * @param validity it answers what occurred within it
 * @param periods and within one of these; none is always
 * @param condition what must hold too; never throws
 */
public record Trigger(
        Set<String> kinds,
        Span validity,
        List<Span> periods,
        @Nullable Function<Occurrence, Reading> condition) {
    private static final Reading YES = Reading.of(true);

    public Trigger {
        kinds = Set.copyOf(kinds);
        periods = List.copyOf(periods);
    }

    /** Every event of these kinds. */
    public static Trigger of(Set<String> kinds) {
        return new Trigger(kinds, Span.ALWAYS, List.of(), null);
    }

    boolean isWithin(Occurrence occurrence) {
        return validity.holds(occurrence.occurredAt()) && (periods.isEmpty() || isWithinAPeriod(occurrence));
    }

    private boolean isWithinAPeriod(Occurrence occurrence) {
        for (Span period : periods) {
            if (period.holds(occurrence.occurredAt())) {
                return true;
            }
        }
        return false;
    }

    Reading answers(Occurrence occurrence) {
        return condition == null ? YES : condition.apply(occurrence);
    }
}

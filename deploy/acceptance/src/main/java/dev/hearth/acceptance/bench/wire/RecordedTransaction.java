package dev.hearth.acceptance.bench.wire;

import java.util.List;
import java.util.OptionalLong;

/**
 * A transaction that was committed.
 *
 * @param steps its statements, without its begin and commit
 */
public record RecordedTransaction(List<Step> steps) {
    public RecordedTransaction {
        steps = List.copyOf(steps);
    }

    /** Whether one of its statements begins so. */
    public boolean says(String beginning) {
        return steps.stream().anyMatch(step -> step.sql().strip().startsWith(beginning));
    }

    /** How many of its statements have that in their text. */
    public long mentions(String text) {
        return steps.stream().filter(step -> step.sql().contains(text)).count();
    }

    /** The integer that a statement, told by how it begins, has as this parameter, counted from 0. */
    public OptionalLong integer(String beginning, int parameter) {
        for (Step step : steps) {
            if (step instanceof Step.Prepared prepared && step.sql().strip().startsWith(beginning)) {
                return OptionalLong.of(prepared.integer(parameter));
            }
        }
        return OptionalLong.empty();
    }
}

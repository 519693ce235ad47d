package dev.hearth.incentive.accrual;

/** What a rule's expression says of an event. */
public sealed interface Reading {
    /** A number; of a condition 1 is true, 0 is false. */
    record Value(long value) implements Reading {}

    /**
     * It says nothing: the rule cannot be evaluated for this event.
     *
     * @param cause why, for the operator who wrote it
     */
    record Fault(String cause) implements Reading {}

    static Reading of(boolean holds) {
        return new Value(holds ? 1 : 0);
    }
}

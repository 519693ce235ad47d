package dev.hearth.incentive.condition;

/**
 * What came of an expression: its value, or why it has none here.
 *
 * @param <T> the type of the value
 */
public sealed interface Evaluated<T> {
    record Value<T>(T value) implements Evaluated<T> {}

    /**
     * The expression has no value for these facts: a property that is not there, a division by zero, an amount that
     * leaves the range of 64 bits.
     *
     * @param cause why, for the operator who wrote it; at most {@value #MAX_CAUSE} characters, no personal data
     */
    record Fault<T>(String cause) implements Evaluated<T> {
        private static final int MAX_CAUSE = 200;

        public Fault {
            cause = cause.length() > MAX_CAUSE ? cause.substring(0, MAX_CAUSE) : cause;
        }
    }
}

package dev.hearth.incentive.accrual;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What a budget has at hand, and whom it pays.
 *
 * @param left 0 or more
 * @param refusal why it does not pay a member for what was done at that time; empty if it does
 */
public record Fund(long left, BiFunction<String, Instant, Optional<String>> refusal) {
    /** Nothing, for nobody. */
    static final Fund NONE = of(0);

    /** For everybody. */
    public static Fund of(long left) {
        return new Fund(left, (member, at) -> Optional.empty());
    }
}

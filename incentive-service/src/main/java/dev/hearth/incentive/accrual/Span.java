package dev.hearth.incentive.accrual;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time.
 *
 * @param from its first instant; null is always
 * @param until the first instant after it; null is for ever
 */
public record Span(@Nullable Instant from, @Nullable Instant until) {
    public static final Span ALWAYS = new Span(null, null);

    public Span {
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("it ends before it begins: " + from + ", " + until);
        }
    }

    boolean holds(Instant instant) {
        return (from == null || !instant.isBefore(from)) && (until == null || instant.isBefore(until));
    }
}

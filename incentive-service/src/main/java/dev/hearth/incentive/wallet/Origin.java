package dev.hearth.incentive.wallet;

import org.jspecify.annotations.Nullable;

/**
 * What a transaction follows from, for its trace.
 *
 * @param correlationId the request that began it all
 * @param causationId the event that caused it
 * @param traceparent the W3C trace context
 */
public record Origin(
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent) {}

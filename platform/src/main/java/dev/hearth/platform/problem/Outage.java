package dev.hearth.platform.problem;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a part that is away for now (a connection refused, closed or timed out; a server that starts or stops) from a
 * fault that would only come again.
 */
public final class Outage {
    /** By name, since a service carries only the clients it needs. Subclasses count too. */
    private static final Set<String> SIGNS = Set.of(
            "java.io.IOException",
            "java.util.concurrent.TimeoutException",
            "io.vertx.core.VertxException",
            "io.vertx.core.impl.NoStackTraceTimeoutException",
            "io.vertx.core.impl.NoStackTraceThrowable", // a pool without a free connection; has no type of its own
            "io.smallrye.mutiny.TimeoutException",
            "com.mongodb.MongoSocketException",
            "com.mongodb.MongoTimeoutException",
            "com.mongodb.MongoNotPrimaryException",
            "com.mongodb.MongoNodeIsRecoveringException",
            "org.apache.kafka.common.errors.RetriableException");

    private static final Set<String> OTHER_FAULTS = Set.of("com.fasterxml.jackson.core.JacksonException");
    /**
     * SQLSTATE classes 08 connection, 28 authorisation (a password that is being changed), 53 resources, 57 operator
     * intervention, 58 the server's system; 40 a conflict that a retry resolves.
     */
    private static final Set<String> PASSING = Set.of("08", "28", "40", "53", "57", "58");

    /** A server that reads only, as after a failover; a lock not got in time. */
    private static final Set<String> PASSING_STATES = Set.of("25006", "55P03");

    private static final int MAX_DEPTH = 16;

    private Outage() {}

    /** Whether {@code failure} or one of its causes says that a part is away, so that the same may succeed later. */
    public static boolean isOutage(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            if (isSign(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isSign(Throwable failure) {
        String state = SqlState.of(failure);
        if (state != null) {
            return isPassing(state);
        }
        for (Class<?> type = failure.getClass(); type != null; type = type.getSuperclass()) {
            if (OTHER_FAULTS.contains(type.getName())) {
                return false;
            }
            if (SIGNS.contains(type.getName())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassing(String state) {
        return state.length() == 5 && (PASSING.contains(state.substring(0, 2)) || PASSING_STATES.contains(state));
    }
}

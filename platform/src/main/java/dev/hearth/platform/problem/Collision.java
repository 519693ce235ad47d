package dev.hearth.platform.problem;

import org.jspecify.annotations.Nullable;

/** Tells that another transaction was quicker to insert the same key: the same once more finds it. */
public final class Collision {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final int MAX_DEPTH = 16;

    private Collision() {}

    /** Whether {@code failure} or one of its causes is a unique violation. */
    public static boolean isCollision(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            if (UNIQUE_VIOLATION.equals(SqlState.of(cause))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}

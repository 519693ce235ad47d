package dev.hearth.incentive.task;

import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a list of tasks goes on: before an id, since ids grow with time. */
final class TaskCursor {
    private static final UUID LAST = new UUID(-1, -1);

    private TaskCursor() {}

    static UUID before(String after) {
        if (after.isEmpty()) {
            return LAST;
        }
        UUID id = uuid(after);
        if (id == null) {
            throw new ProblemException(
                    RequestProblem.INVALID_PARAMETER,
                    FieldError.parameter("cursor", "is not a cursor of this list; use `next` of the page before"));
        }
        return id;
    }

    static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

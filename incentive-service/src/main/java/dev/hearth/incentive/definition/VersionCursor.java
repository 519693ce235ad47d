package dev.hearth.incentive.definition;

import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;

/** Where a list of versions goes on. */
final class VersionCursor {
    private VersionCursor() {}

    /** The version before which the page begins; above all of them where the cursor is empty. */
    static int before(String after) {
        try {
            return after.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(after);
        } catch (NumberFormatException e) {
            throw new ProblemException(
                    RequestProblem.INVALID_PARAMETER,
                    FieldError.parameter("cursor", "is not a cursor of this list; use `next` of the page before"));
        }
    }
}

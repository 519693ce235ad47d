package dev.hearth.incentive.wallet;

import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.ProblemType;
import java.util.UUID;

/** Reads ids that this service gave. */
public final class PointsId {
    private PointsId() {}

    /** The id; what is none is unknown. */
    public static UUID of(String text, ProblemType unknown) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(unknown, "the community has none with the id " + text);
        }
    }
}

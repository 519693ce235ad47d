package dev.hearth.incentive.campaign;

import dev.hearth.platform.problem.Check;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Instants in bodies, as the database keeps them: to the microsecond, so that what is compared there compares the same.
 */
public final class Moment {
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private Moment() {}

    /** An instant that must be there. */
    public static Instant check(String pointer, @Nullable Instant at) {
        Instant given = Check.present(pointer, at);
        if (given.isBefore(FIRST) || given.isAfter(LAST)) {
            throw Check.refused(pointer, "is " + given + ", must be between " + FIRST + " and " + LAST);
        }
        return given.truncatedTo(ChronoUnit.MICROS);
    }
}

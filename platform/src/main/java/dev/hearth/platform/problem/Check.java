package dev.hearth.platform.problem;

import dev.hearth.platform.time.Identifier;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Checks of fields in a body's record. Each fails with {@link RequestProblem#INVALID_FIELD}, naming the pointer. */
public final class Check {
    private Check() {}

    /** A text that must be there, with 1 to {@code max} characters, not only blanks. */
    public static String text(String pointer, @Nullable String value, int max) {
        String given = present(pointer, value);
        if (given.isBlank() || given.length() > max) {
            throw refused(pointer, "has " + given.length() + " characters, must have 1 to " + max + ", not all blank");
        }
        return clean(pointer, given);
    }

    /** A text that may be absent or empty, with at most {@code max} characters. */
    public static @Nullable String optionalText(String pointer, @Nullable String value, int max) {
        if (value == null) {
            return null;
        }
        if (value.length() > max) {
            throw refused(pointer, "has " + value.length() + " characters, must have at most " + max);
        }
        return clean(pointer, value);
    }

    /** An id that callers choose. */
    public static String identifier(String pointer, @Nullable String value) {
        String given = present(pointer, value);
        if (!Identifier.isValid(given)) {
            throw refused(pointer, "is not an id: must be " + Identifier.RULE);
        }
        return given;
    }

    /** An IANA time zone that must be there. */
    public static String zone(String pointer, @Nullable String value) {
        String given = present(pointer, value);
        if (!ZoneId.getAvailableZoneIds().contains(given)) {
            throw refused(pointer, "is not an IANA time zone, such as Europe/Berlin, Asia/Shanghai or UTC");
        }
        return given;
    }

    public static long range(String pointer, long value, long min, long max) {
        if (value < min || value > max) {
            throw refused(pointer, "is " + value + ", must be " + min + " to " + max);
        }
        return value;
    }

    /** What must be there. */
    public static <T> T present(String pointer, @Nullable T value) {
        if (value == null) {
            throw refused(pointer, "is missing");
        }
        return value;
    }

    public static ProblemException refused(String pointer, String detail) {
        return new ProblemException(RequestProblem.INVALID_FIELD, new FieldError(pointer, detail));
    }

    /** PostgreSQL keeps no NUL in a text. */
    private static String clean(String pointer, String value) {
        if (value.indexOf('\0') >= 0) {
            throw refused(pointer, "has a NUL character, must have none");
        }
        return value;
    }
}

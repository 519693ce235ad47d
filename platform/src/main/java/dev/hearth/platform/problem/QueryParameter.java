package dev.hearth.platform.problem;

import dev.hearth.platform.time.Identifier;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads query parameters that came as text, so that a refusal names the parameter: JAX-RS itself answers 404 for what
 * it cannot convert. Each fails with {@link RequestProblem#INVALID_PARAMETER}; what is absent stays so.
 */
public final class QueryParameter {
    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private QueryParameter() {}

    public static <E extends Enum<E>> @Nullable E oneOf(String name, @Nullable String value, Class<E> type) {
        if (value == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseThrow(() -> refused(name, "must be one of " + Arrays.toString(type.getEnumConstants())));
    }

    public static @Nullable Integer integer(String name, @Nullable String value) {
        try {
            return value == null ? null : Integer.valueOf(value);
        } catch (NumberFormatException e) {
            throw refused(name, "must be a whole number");
        }
    }

    public static @Nullable LocalDate day(String name, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(value);
            if (!day.isBefore(EARLIEST) && !day.isAfter(LATEST)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // Told below, as for a year out of range.
        }
        throw refused(name, "must be a day as in 2026-03-14");
    }

    /** Whether it is {@code true}; not, if it is absent. */
    public static boolean isTrue(String name, @Nullable String value) {
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw refused(name, "is \"" + value + "\", must be true or false");
        }
        return Boolean.parseBoolean(value);
    }

    public static @Nullable String identifier(String name, @Nullable String value) {
        if (value != null && !Identifier.isValid(value)) {
            throw refused(name, "must be " + Identifier.RULE);
        }
        return value;
    }

    public static ProblemException refused(String name, String rule) {
        return new ProblemException(RequestProblem.INVALID_PARAMETER, FieldError.parameter(name, rule));
    }
}

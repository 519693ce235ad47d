package dev.hearth.platform.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells a caller what Jackson found wrong with a body: the pointer, the fault and what would be right. */
public final class MalformedJson {
    private static final Map<Class<?>, String> NAMES = Map.ofEntries(
            Map.entry(String.class, "a string"),
            Map.entry(int.class, "a whole number"),
            Map.entry(Integer.class, "a whole number"),
            Map.entry(long.class, "a whole number"),
            Map.entry(Long.class, "a whole number"),
            Map.entry(boolean.class, "true or false"),
            Map.entry(Boolean.class, "true or false"),
            Map.entry(Instant.class, "an RFC 3339 time, such as 2026-01-31T12:00:00Z"),
            Map.entry(LocalDate.class, "a date, such as 2026-01-31"));

    private MalformedJson() {}

    /** The refusal that a record's own checks made, or {@link RequestProblem#MALFORMED_BODY}. */
    public static ProblemException of(JacksonException fault) {
        for (Throwable cause = fault.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refusal) {
                return refusal;
            }
        }
        return new ProblemException(
                RequestProblem.MALFORMED_BODY, new FieldError(pointer(fault), reason(fault) + position(fault)));
    }

    private static String reason(JacksonException fault) {
        return switch (fault) {
            case UnrecognizedPropertyException unknown ->
                "is not known here; known are " + known(unknown.getKnownPropertyIds());
            case InvalidFormatException invalid ->
                "is " + shown(invalid.getValue()) + ", must be " + expected(invalid.getTargetType());
            case MismatchedInputException mismatched -> "must be " + expected(mismatched.getTargetType());
            default -> "is not JSON: " + fault.getOriginalMessage();
        };
    }

    private static String known(@Nullable Collection<Object> fields) {
        return fields == null
                ? "none"
                : fields.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return NAMES.getOrDefault(type, Collection.class.isAssignableFrom(type) ? "an array" : "an object");
    }

    private static String shown(@Nullable Object value) {
        String text = String.valueOf(value);
        return "\"" + (text.length() <= 64 ? text : text.substring(0, 64) + "…") + "\"";
    }

    private static String pointer(JacksonException fault) {
        List<JsonMappingException.Reference> path =
                fault instanceof JsonMappingException mapping ? mapping.getPath() : List.of();
        return path.stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static String position(JacksonException fault) {
        return fault.getLocation() == null || fault.getLocation().getLineNr() < 1
                ? ""
                : " (line " + fault.getLocation().getLineNr() + ", column "
                        + fault.getLocation().getColumnNr() + ")";
    }
}

package dev.hearth.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Problem details (RFC 9457), media type {@code application/problem+json}.
 *
 * @param type identifies the kind of problem, e.g. {@code /problems/unknown-community}
 * @param title what went wrong, the same for every occurrence
 * @param status HTTP status
 * @param detail what went wrong this time and what would be right
 * @param errors the fields at fault
 * @param traceId the trace to look up in the logs
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        List<FieldError> errors,
        @Nullable String traceId) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(ProblemType type, @Nullable String detail, List<FieldError> errors) {
        return new Problem(type.uri(), type.title(), type.status(), detail, errors, null);
    }

    Problem traced(@Nullable String trace) {
        return new Problem(type, title, status, detail, errors, trace);
    }
}

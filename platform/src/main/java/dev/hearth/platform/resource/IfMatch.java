package dev.hearth.platform.resource;

import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import jakarta.ws.rs.HeaderParam;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The version that the caller has read and means to change: a {@code @BeanParam}. */
public final class IfMatch {
    private static final String HEADER = "If-Match";
    private static final String ANY = "*";

    @HeaderParam(HEADER)
    @Parameter(description = "the ETag that was read; needed to change what exists")
    @Nullable
    String value;

    public IfMatch() {}

    private IfMatch(@Nullable String value) {
        this.value = value;
    }

    /** What a caller sends who has not read the resource. */
    public static IfMatch absent() {
        return new IfMatch(null);
    }

    /** What a caller sends who has read that version. */
    public static IfMatch of(long version) {
        return new IfMatch(quoted(version));
    }

    /** Refuses to change what exists at {@code version}: 428 without the header, 412 if another version was read. */
    public void require(long version) {
        if (value == null) {
            throw new ProblemException(
                    RequestProblem.PRECONDITION_REQUIRED,
                    FieldError.header(HEADER, "is missing; read the resource and send its ETag"));
        }
        allow(version);
    }

    /** Like {@link #require}, where the header is the caller's choice. */
    public void allow(long version) {
        if (value == null || tags(value).contains(ANY)) {
            return;
        }
        String current = quoted(version);
        if (!tags(value).contains(current)) {
            throw new ProblemException(
                    RequestProblem.PRECONDITION_FAILED,
                    FieldError.header(HEADER, "names another version than " + current + "; read it again"));
        }
    }

    private static String quoted(long version) {
        return "\"" + version + "\"";
    }

    private static List<String> tags(String header) {
        return Arrays.stream(header.split(",", -1)).map(String::trim).toList();
    }
}

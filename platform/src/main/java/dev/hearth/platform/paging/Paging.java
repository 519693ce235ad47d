package dev.hearth.platform.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.QueryParameter;
import dev.hearth.platform.problem.RequestProblem;
import jakarta.ws.rs.QueryParam;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which page of a list is asked for: a {@code @BeanParam}. */
public final class Paging {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;
    private static final UUID ABOVE_ALL = new UUID(-1, -1);

    @QueryParam("limit")
    @Parameter(
            description = "items a page, 1 to 200",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
    @Nullable
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "where to go on: `next` of the page before")
    @Nullable
    String cursor;

    public int limit() {
        int asked = Objects.requireNonNullElse(QueryParameter.integer("limit", limit), DEFAULT_LIMIT);
        if (asked < 1 || asked > MAX_LIMIT) {
            throw refused("limit", "is " + asked + ", must be 1 to " + MAX_LIMIT);
        }
        return asked;
    }

    /** The cursor as it came, for who passes the question on to the service that made it; null for the first page. */
    public @Nullable String cursor() {
        return cursor;
    }

    /** The sort key after which the page begins; empty for the first page. */
    public String after() {
        if (cursor == null || cursor.isEmpty()) {
            return "";
        }
        try {
            return clean(new String(Base64.getUrlDecoder().decode(cursor), UTF_8));
        } catch (IllegalArgumentException e) {
            throw notOurs();
        }
    }

    /** PostgreSQL knows no NUL in a text, so no sort key has one. */
    private static String clean(String after) {
        if (after.indexOf('\0') >= 0) {
            throw notOurs();
        }
        return after;
    }

    private static ProblemException notOurs() {
        return refused("cursor", "is not a cursor of ours; use `next` of the page before, or leave it out");
    }

    /**
     * The id before which the page begins, in a list of UUIDs of version 7, newest first; above all for the first page.
     */
    public UUID before() {
        String after = after();
        try {
            return after.isEmpty() ? ABOVE_ALL : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw refused("cursor", "is not a cursor of this list; use `next` of the page before, or leave it out");
        }
    }

    static String cursor(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(UTF_8));
    }

    private static ProblemException refused(String parameter, String detail) {
        return new ProblemException(RequestProblem.INVALID_PARAMETER, FieldError.parameter(parameter, detail));
    }
}

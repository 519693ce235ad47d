package dev.hearth.member.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The problem of a request of which every member was refused, with each member's own. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NobodyEnrolled", description = "A problem (RFC 9457) with that of each member.")
record NobodyEnrolled(
        String type,
        String title,
        int status,
        String detail,
        List<ImportRefusal> refused,
        @Nullable String traceId) {
    static NobodyEnrolled of(List<ImportRefusal> refused, @Nullable String traceId) {
        MemberProblem problem = MemberProblem.NOBODY_ENROLLED;
        return new NobodyEnrolled(
                problem.uri(),
                problem.title(),
                problem.status(),
                "all " + refused.size() + " members were refused; each says why",
                refused,
                traceId);
    }
}

package dev.hearth.engagement.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The problem of a request of which no event was accepted, with each event's own. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NothingAccepted", description = "A problem (RFC 9457) with that of each event.")
record NothingAccepted(
        String type,
        String title,
        int status,
        String detail,
        List<Refusal> refused,
        @Nullable String traceId) {
    static NothingAccepted of(List<Refusal> refused, @Nullable String traceId) {
        IngestProblem problem = IngestProblem.NOTHING_ACCEPTED;
        return new NothingAccepted(
                problem.uri(),
                problem.title(),
                problem.status(),
                "all " + refused.size() + " events were refused; each says why",
                refused,
                traceId);
    }
}

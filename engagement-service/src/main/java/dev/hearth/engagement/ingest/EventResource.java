package dev.hearth.engagement.ingest;

import dev.hearth.platform.identity.CurrentCaller;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.problem.Problem;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What members do comes in here. */
@Path("/communities/{community}/events")
@Tag(name = "events")
class EventResource {
    static final String CLOUD_EVENTS = "application/cloudevents-batch+json";
    static final String LINES = "application/x-ndjson";

    private final Ingest ingest;
    private final CurrentCaller caller;

    EventResource(Ingest ingest, CurrentCaller caller) {
        this.ingest = ingest;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(value = Scope.EVENTS_WRITE, member = true)
    @Operation(summary = "Record what members did", description = """
                    Answers 202 when Kafka has acknowledged every accepted event. An event that cannot be accepted is \
                    refused by its index with a problem; the others go on. Unknown fields of an event are refused, put \
                    further data under `properties`.

                    Ids are the sender's and tell events apart for ever: after a 503, or no answer, repeat the request \
                    with the same ids; what had arrived counts once. An id twice in a request is recorded twice and \
                    counts once.

                    A member's token sends only that member's events.

                    Formats: `application/json` (1 to 1,000 events, 1 MiB); `application/cloudevents-batch+json` (the \
                    same bounds; `type` is the kind, `subject` the member, `time` when it happened, `data` the rest; \
                    `source` must be there but does not tell events apart; extensions are ignored); \
                    `application/x-ndjson` for bulk (an event a line, 20,000 lines, 64 KiB a line, 16 MiB; a line that \
                    is no JSON is refused alone, by its number from 0; after a failure earlier lines may be recorded).""")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ReportEvents.class),
                        examples = @ExampleObject(name = "events", value = ReportEvents.EXAMPLE)),
                @Content(
                        mediaType = CLOUD_EVENTS,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class),
                        examples = @ExampleObject(name = "cloudEvents", value = ReportEvents.CLOUD_EVENTS)),
                @Content(
                        mediaType = LINES,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "lines", value = ReportEvents.LINES))
            })
    @APIResponse(
            responseCode = "202",
            description = "what became of the events: at least one is recorded",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Receipt.class)))
    @APIResponse(
            responseCode = "422",
            description = "no event was accepted: each says why; or there are none, or too many",
            content =
                    @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = NothingAccepted.class)))
    @APIResponse(responseCode = "429", description = "this community has too many events under way; none was recorded")
    @APIResponse(
            responseCode = "503",
            description = "Kafka did not acknowledge in time, or too much is under way; repeat with the same ids")
    public Uni<Response> record(
            @RestPath @Parameter(description = "the community's id", example = "acme") String community, byte[] body) {
        return ingest.record(EventFormat.EVENTS, community, caller.get(), body).map(EventResource::answer);
    }

    @POST
    @Consumes(CLOUD_EVENTS)
    @Needs(value = Scope.EVENTS_WRITE, member = true)
    @Operation(hidden = true)
    public Uni<Response> recordCloudEvents(@RestPath String community, byte[] body) {
        return ingest.record(EventFormat.CLOUD_EVENTS, community, caller.get(), body)
                .map(EventResource::answer);
    }

    @POST
    @Consumes(LINES)
    @Needs(value = Scope.EVENTS_WRITE, member = true)
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response recordLines(@RestPath String community, InputStream body) throws IOException {
        return answer(ingest.recordLines(community, caller.get(), body));
    }

    private static Response answer(Receipt receipt) {
        if (receipt.accepted() > 0) {
            return Response.accepted(receipt).type(MediaType.APPLICATION_JSON).build();
        }
        SpanContext trace = Span.current().getSpanContext();
        return Response.status(IngestProblem.NOTHING_ACCEPTED.status())
                .type(Problem.MEDIA_TYPE)
                .entity(NothingAccepted.of(receipt.refused(), trace.isValid() ? trace.getTraceId() : null))
                .build();
    }
}

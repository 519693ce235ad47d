package dev.hearth.engagement.ingest;

import dev.hearth.platform.identity.CurrentCaller;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.problem.Problem;
import io.opentelemetry.api.trace.Span;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.resteasy.reactive.RestPath;

/** What members do comes in here. */
@Path("/communities/{community}/events")
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
    public Uni<Response> record(@RestPath String community, byte[] body) {
        return ingest.record(EventFormat.EVENTS, community, caller.get(), body).map(EventResource::answer);
    }

    @POST
    @Consumes(CLOUD_EVENTS)
    @Needs(value = Scope.EVENTS_WRITE, member = true)
    public Uni<Response> recordCloudEvents(@RestPath String community, byte[] body) {
        return ingest.record(EventFormat.CLOUD_EVENTS, community, caller.get(), body)
                .map(EventResource::answer);
    }

    @POST
    @Consumes(LINES)
    @Needs(value = Scope.EVENTS_WRITE, member = true)
    @RunOnVirtualThread
    public Response recordLines(@RestPath String community, InputStream body) throws IOException {
        return answer(ingest.recordLines(community, caller.get(), body));
    }

    private static Response answer(Receipt receipt) {
        if (receipt.accepted() > 0) {
            return Response.accepted(receipt).type(MediaType.APPLICATION_JSON).build();
        }
        String trace = Span.current().getSpanContext().isValid()
                ? Span.current().getSpanContext().getTraceId()
                : null;
        return Response.status(IngestProblem.NOTHING_ACCEPTED.status())
                .type(Problem.MEDIA_TYPE)
                .entity(NothingAccepted.of(receipt.refused(), trace))
                .build();
    }
}

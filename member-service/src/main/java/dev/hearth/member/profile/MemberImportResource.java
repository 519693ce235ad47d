package dev.hearth.member.profile;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.member.community.CommunityId;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.problem.Problem;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Many members at once over HTTP. */
@Path("/communities/{community}/member-imports")
@Tag(name = "members")
class MemberImportResource {
    private final MassEnrolment enrolment;
    private final ObjectMapper json;

    MemberImportResource(MassEnrolment enrolment, ObjectMapper json) {
        this.enrolment = enrolment;
        this.json = json;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.MEMBERS_WRITE)
    @Operation(summary = "Enrol many members, such as those of another system", description = """
                    Each member as by PUT …/members/{member}: the same checks, the same facts on hearth.member. A member \
                    that cannot be enrolled is refused by its index with a problem; the others are enrolled, in one \
                    transaction: all of them, or, if the request fails, none.

                    Ids are the sender's, so the same request again enrols nobody twice: after a 503, or no answer, \
                    repeat it. Who is a member already, just as stated, counts as existing. Who would be changed is \
                    refused (428): an import enrols, it overwrites nothing.

                    1 to 500 members a request, in at most 5,000 groups together, 1 MiB.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportMembers.class),
                            example = ImportMembers.EXAMPLE))
    @APIResponse(
            responseCode = "200",
            description = "what became of the members: at least one is enrolled or was already",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportView.class)))
    @APIResponse(
            responseCode = "422",
            description = "every member was refused: each says why; or there are none, or too many",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = NobodyEnrolled.class)))
    public Uni<Response> post(@PathParam("community") CommunityId community, @Nullable ImportMembers body) {
        return enrolment
                .enrol(community, Check.present("", body).candidates(json))
                .map(MemberImportResource::answer);
    }

    private static Response answer(ImportView done) {
        if (!done.isInVain()) {
            return Response.ok(done).type(MediaType.APPLICATION_JSON).build();
        }
        SpanContext trace = Span.current().getSpanContext();
        return Response.status(MemberProblem.NOBODY_ENROLLED.status())
                .type(Problem.MEDIA_TYPE)
                .entity(NobodyEnrolled.of(done.refused(), trace.isValid() ? trace.getTraceId() : null))
                .build();
    }
}

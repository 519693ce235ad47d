package dev.hearth.member.profile;

import dev.hearth.member.community.CommunityId;
import dev.hearth.platform.idempotency.Answer;
import dev.hearth.platform.idempotency.AnswerResponse;
import dev.hearth.platform.idempotency.Idempotency;
import dev.hearth.platform.idempotency.KeyedRequest;
import dev.hearth.platform.identity.CurrentCaller;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.time.Uuid7;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Members whose id is generated, over HTTP. */
@Path("/communities/{community}/members")
@Tag(name = "members")
class NewMemberResource {
    private final Enrolment enrolment;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final Uuid7 ids;

    NewMemberResource(Enrolment enrolment, Idempotency idempotency, CurrentCaller caller, Uuid7 ids) {
        this.enrolment = enrolment;
        this.idempotency = idempotency;
        this.caller = caller;
        this.ids = ids;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON) // said, so that an absent body needs no content type
    @Needs(Scope.MEMBERS_WRITE)
    @Operation(
            summary = "Enrol a member under a generated id",
            description = "With an Idempotency-Key, a repeat gets the first answer and enrols nobody.")
    @APIResponse(
            responseCode = "201",
            description = "enrolled: active, or pending where an operator approves first",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MemberView.class)))
    @APIResponse(responseCode = "409", description = "the same request still runs")
    public Uni<Response> post(
            @PathParam("community") CommunityId community,
            @HeaderParam(KeyedRequest.HEADER)
                    @Parameter(
                            description = "a new one for each new member, the same for each repeat",
                            example = "5f0c6a2e-7d0c-4a55-9f0e-3a1b2c3d4e5f")
                    @Nullable
                    String key,
            @Nullable EnrolMember body,
            UriInfo uri) {
        EnrolMember said = Objects.requireNonNullElse(body, EnrolMember.NOTHING);
        Uni<Answer> answer = key == null
                ? enrol(community, said, uri)
                : idempotency.once(
                        KeyedRequest.of(caller.get().subject(), "POST " + uri.getPath(), key, said),
                        () -> enrol(community, said, uri));
        return answer.map(AnswerResponse::of);
    }

    private Uni<Answer> enrol(CommunityId community, EnrolMember said, UriInfo uri) {
        MemberId id = new MemberId(ids.next().toString());
        UriBuilder location = uri.getAbsolutePathBuilder().path(id.value());
        return enrolment
                .enrol(MemberKey.of(community, id), said, IfMatch.absent())
                .map(put -> Answer.created(location.build().toString(), MemberView.of(put.value())));
    }
}

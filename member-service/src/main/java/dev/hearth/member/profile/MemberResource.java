package dev.hearth.member.profile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hearth.contract.member.MemberStatus;
import dev.hearth.member.community.CommunityId;
import dev.hearth.member.group.GroupId;
import dev.hearth.platform.identity.CurrentCaller;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.QueryParameter;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Members over HTTP. */
@Path("/communities/{community}/members")
@Tag(name = "members")
class MemberResource {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Enrolment enrolment;
    private final Roster roster;
    private final CurrentCaller caller;
    private final ObjectMapper json;

    MemberResource(Enrolment enrolment, Roster roster, CurrentCaller caller, ObjectMapper json) {
        this.enrolment = enrolment;
        this.roster = roster;
        this.caller = caller;
        this.json = json;
    }

    @PUT
    @Path("/{member}")
    @Consumes(MediaType.APPLICATION_JSON) // said, so that an absent body needs no content type
    @Needs(value = Scope.MEMBERS_WRITE, member = true)
    @Operation(
            summary = "Enrol a member, or state what is known of one",
            description =
                    "What the body leaves out stays as it is, so the same again changes nothing. A change of an existing"
                            + " member needs If-Match. Who left comes back by this. Tags, level, planted and joinedAt are for operators.")
    @APIResponse(
            responseCode = "201",
            description = "enrolled: active, or pending where an operator approves first",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MemberView.class)))
    @APIResponse(responseCode = "200", description = "it exists, as stated")
    @APIResponse(responseCode = "409", description = "its status does not allow these groups")
    public Uni<RestResponse<MemberView>> put(
            @PathParam("community") CommunityId community,
            @PathParam("member") MemberId member,
            @Nullable EnrolMember body,
            @BeanParam IfMatch ifMatch,
            UriInfo uri) {
        EnrolMember said = Objects.requireNonNullElse(body, EnrolMember.NOTHING);
        requireOperator(said.isOperators());
        return enrolment
                .enrol(MemberKey.of(community, member), said, ifMatch)
                .map(put -> Put.answer(put.map(MemberView::of), uri.getAbsolutePath()));
    }

    @GET
    @Path("/{member}")
    @Needs(value = Scope.MEMBERS_READ, member = true)
    @Operation(summary = "Read a member")
    public Uni<RestResponse<MemberView>> get(
            @PathParam("community") CommunityId community, @PathParam("member") MemberId member) {
        return roster.get(MemberKey.of(community, member)).map(found -> Put.answer(MemberView.of(found)));
    }

    @PATCH
    @Path("/{member}")
    @Consumes({MERGE_PATCH, "application/json"})
    @Needs(value = Scope.MEMBERS_WRITE, member = true)
    @Operation(
            summary = "Change what is known of a member",
            description = "A merge patch (RFC 7396): null removes, what is left out stays. Needs If-Match.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MERGE_PATCH,
                            schema = @Schema(implementation = AmendMember.class),
                            example = "{\"displayName\":\"Ada L.\",\"tags\":[\"early-bird\",\"host\"],\"level\":2}"))
    public Uni<RestResponse<MemberView>> patch(
            @PathParam("community") CommunityId community,
            @PathParam("member") MemberId member,
            ObjectNode patch,
            @BeanParam IfMatch ifMatch) {
        requireOperator(AmendMember.isOperators(Check.present("", patch)));
        return enrolment
                .amend(MemberKey.of(community, member), known -> AmendMember.merge(patch, known, json), ifMatch)
                .map(amended -> Put.answer(MemberView.of(amended)));
    }

    @GET
    @Needs(Scope.MEMBERS_READ)
    @Operation(summary = "List the community's members, by id")
    public Uni<Page<MemberView>> list(
            @PathParam("community") CommunityId community,
            @QueryParam("status")
                    @Parameter(
                            description = "only those with this status",
                            example = "ACTIVE",
                            schema = @Schema(implementation = MemberStatus.class))
                    @Nullable
                    String status,
            @QueryParam("group")
                    @Parameter(
                            description = "only those in this group",
                            example = "runners",
                            schema = @Schema(implementation = GroupId.class))
                    @Nullable
                    String group,
            @BeanParam Paging paging) {
        String inGroup = QueryParameter.identifier("group", group);
        Members.Selection selection = new Members.Selection(
                community,
                QueryParameter.oneOf("status", status, MemberStatus.class),
                inGroup == null ? null : new GroupId(inGroup));
        return roster.page(selection, paging).map(page -> page.map(MemberView::of));
    }

    private void requireOperator(boolean operators) {
        if (operators && caller.get().member() != null) {
            throw new ProblemException(
                    MemberProblem.OPERATORS_ONLY, "a member's token sets neither tags nor level nor planted");
        }
    }
}

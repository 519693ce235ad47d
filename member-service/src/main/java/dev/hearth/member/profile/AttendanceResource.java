package dev.hearth.member.profile;

import dev.hearth.member.community.CommunityId;
import dev.hearth.member.group.GroupId;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Members in groups, over HTTP. Being in a group has no version of its own, so nothing here asks for If-Match. */
@Path("/communities/{community}/groups/{group}/members/{member}")
@Tag(name = "groups")
class AttendanceResource {
    private final Attendance attendance;

    AttendanceResource(Attendance attendance) {
        this.attendance = attendance;
    }

    @PUT
    @Needs(value = Scope.MEMBERS_WRITE, member = true)
    @Operation(summary = "Let a member join a group")
    @APIResponse(
            responseCode = "201",
            description = "joined",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MemberView.class)))
    @APIResponse(responseCode = "200", description = "was in the group already")
    @APIResponse(responseCode = "409", description = "its status does not allow it, or it is in too many groups")
    public Uni<RestResponse<MemberView>> join(
            @PathParam("community") CommunityId community,
            @PathParam("group") GroupId group,
            @PathParam("member") MemberId member,
            UriInfo uri) {
        return attendance
                .join(MemberKey.of(community, member), group)
                .map(put -> Put.answer(put.map(MemberView::of), uri.getAbsolutePath()));
    }

    @DELETE
    @Needs(value = Scope.MEMBERS_WRITE, member = true)
    @Operation(summary = "Let a member leave a group")
    @APIResponse(responseCode = "204", description = "is not in the group, whether it was or not")
    public Uni<Void> leave(
            @PathParam("community") CommunityId community,
            @PathParam("group") GroupId group,
            @PathParam("member") MemberId member) {
        return attendance.leave(MemberKey.of(community, member), group);
    }
}

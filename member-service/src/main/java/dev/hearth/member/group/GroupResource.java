package dev.hearth.member.group;

import dev.hearth.member.community.CommunityId;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import org.jspecify.annotations.Nullable;

/** Groups over HTTP. */
@Path("/communities/{community}/groups")
@Tag(name = "groups")
class GroupResource {
    private final Formation formation;

    GroupResource(Formation formation) {
        this.formation = formation;
    }

    /**
     * All that a group shows of itself.
     *
     * @param zone the community's, if left out
     * @param owner nobody, if left out
     */
    @Schema(name = "FormGroup", examples = """
                    {"name": "Morning runners", "zone": "Asia/Shanghai"}""")
    record FormGroup(
            @Schema(required = true, minLength = 1, maxLength = Signboard.MAX_NAME, examples = "Morning runners")
            @Nullable
            String name,

            @Schema(description = "IANA time zone; left out: the community's", examples = "Asia/Shanghai") @Nullable
            String zone,

            @Schema(
                    description = "the member who owns the group (群主), and earns by rules that pay the owner",
                    examples = "ada")
            @Nullable
            String owner) {
        Signboard signboard() {
            return new Signboard(Check.text("/name", name, Signboard.MAX_NAME), zone, owner);
        }
    }

    @PUT
    @Path("/{group}")
    @Needs(Scope.COMMUNITIES_WRITE)
    @Operation(
            summary = "Form a group, or change it",
            description = "The same again changes nothing. A change of an existing group needs If-Match.")
    @APIResponse(
            responseCode = "201",
            description = "formed",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GroupView.class)))
    @APIResponse(responseCode = "200", description = "it exists, as said")
    public Uni<RestResponse<GroupView>> put(
            @PathParam("community") CommunityId community,
            @PathParam("group") GroupId group,
            FormGroup body,
            @BeanParam IfMatch ifMatch,
            UriInfo uri) {
        return formation
                .form(community, group, Check.present("", body).signboard(), ifMatch)
                .map(put -> Put.answer(put.map(GroupView::of), uri.getAbsolutePath()));
    }

    @GET
    @Path("/{group}")
    @Needs(value = Scope.COMMUNITIES_READ, member = true)
    @Operation(summary = "Read a group")
    public Uni<RestResponse<GroupView>> get(
            @PathParam("community") CommunityId community, @PathParam("group") GroupId group) {
        return formation.get(community, group).map(found -> Put.answer(GroupView.of(found)));
    }

    @GET
    @Needs(value = Scope.COMMUNITIES_READ, member = true)
    @Operation(summary = "List the community's groups, by id")
    public Uni<Page<GroupView>> list(@PathParam("community") CommunityId community, @BeanParam Paging paging) {
        return formation.page(community, paging).map(page -> page.map(GroupView::of));
    }
}

package dev.hearth.incentive.challenge;

import dev.hearth.incentive.ledger.Holder;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Members' progress over HTTP. */
@Path("/communities/{community}/members/{member}/challenges")
@Tag(name = "challenges")
class ProgressResource {
    private final Following following;

    ProgressResource(Following following) {
        this.following = following;
    }

    @GET
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(summary = "List the challenges in force, by id, and how far a member is in each")
    public Uni<Page<ProgressView>> list(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("member") @Parameter(example = "ada") String member,
            @BeanParam Paging paging) {
        return following.ofMember(new Holder(community, member), paging).map(page -> page.map(ProgressView::of));
    }

    @GET
    @Path("/{challenge}")
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(summary = "Read how far a member is in a challenge, and which friends it brought")
    public Uni<ProgressView> get(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("member") @Parameter(example = "ada") String member,
            @PathParam("challenge") @Parameter(example = "ten-messages") String challenge) {
        return following.of(new Participant(community, challenge, member)).map(ProgressView::of);
    }
}

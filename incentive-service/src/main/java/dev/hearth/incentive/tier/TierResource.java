package dev.hearth.incentive.tier;

import dev.hearth.incentive.ledger.Holder;
import dev.hearth.platform.identity.CurrentCaller;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Members' tiers over HTTP. */
@Path("/communities/{community}")
@Tag(name = "tiers")
class TierResource {
    private final Regard regard;
    private final Pinning pinning;
    private final LocalDays days;
    private final CurrentCaller caller;

    TierResource(Regard regard, Pinning pinning, LocalDays days, CurrentCaller caller) {
        this.regard = regard;
        this.pinning = pinning;
        this.days = days;
        this.caller = caller;
    }

    @GET
    @Path("/members/{member}/tier")
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(
            summary = "Where a member stands, and how far the next tier is",
            description = "Also of a member that is not known here: it has earned nothing yet.")
    public Uni<MemberTierView> tier(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("member") @Parameter(example = "ada") String member) {
        return regard.of(new Holder(community, member)).map(progress -> MemberTierView.of(member, progress));
    }

    @GET
    @Path("/tiers/{tier}/members")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "List who has a tier, by member", description = "Those who ever earned; empty for no tier.")
    public Uni<Page<TierMemberView>> members(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("tier") @Parameter(example = "gold") String tier,
            @BeanParam Paging paging) {
        return regard.having(community, tier, paging).map(page -> page.map(TierMemberView::of));
    }

    @PUT
    @Path("/members/{member}/tier-override")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(
            summary = "Pin a member's tier until a time",
            description = "No recalculation undoes it before. The same again changes nothing; a change needs If-Match.")
    @APIResponse(
            responseCode = "201",
            description = "pinned",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OverrideView.class)))
    @APIResponse(
            responseCode = "200",
            description = "it was pinned, and is as said",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OverrideView.class)))
    public Uni<RestResponse<OverrideView>> override(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("member") @Parameter(example = "ada") String member,
            OverrideTier body,
            @BeanParam IfMatch ifMatch,
            UriInfo uri) {
        Pinning.Wish wish = Check.present("", body).wish(caller.get().subject(), days.now());
        return pinning.pin(new Holder(community, member), wish, ifMatch)
                .map(put -> Put.answer(put.map(OverrideView::of), uri.getAbsolutePath()));
    }

    @GET
    @Path("/members/{member}/tier-override")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "Read what is pinned")
    public Uni<RestResponse<OverrideView>> pinned(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("member") @Parameter(example = "ada") String member) {
        return regard.pinned(new Holder(community, member)).map(tier -> Put.answer(OverrideView.of(tier)));
    }

    @DELETE
    @Path("/members/{member}/tier-override")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(summary = "Let a member have the tier that it earned", description = "Needs If-Match.")
    @APIResponse(responseCode = "204", description = "as earned again")
    public Uni<Void> release(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("member") @Parameter(example = "ada") String member,
            @BeanParam IfMatch ifMatch) {
        return pinning.release(new Holder(community, member), ifMatch);
    }
}

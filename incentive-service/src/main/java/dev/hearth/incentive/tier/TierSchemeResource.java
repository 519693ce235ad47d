package dev.hearth.incentive.tier;

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

/** The tier scheme over HTTP. */
@Path("/communities/{community}/tiers/scheme")
@Tag(name = "tiers")
class TierSchemeResource {
    private final SchemeMaking schemes;
    private final CurrentCaller caller;

    TierSchemeResource(SchemeMaking schemes, CurrentCaller caller) {
        this.schemes = schemes;
        this.caller = caller;
    }

    @PUT
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(summary = "Make the community's tier scheme, or change it", description = """
                    The same again changes nothing. The first version counts all that was ever earned; a further one \
                    holds from the community's next local day on, and takes nothing away before a period is closed. \
                    Needs If-Match, as every change. All members are then counted anew in the background. A member \
                    has the highest tier whose threshold the points earned in the period reach; at the end of the \
                    period, and of the grace, who earned fewer than the tier's keep falls. Without tiers nobody has one any more.""")
    @APIResponse(
            responseCode = "201",
            description = "made",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TierSchemeView.class)))
    @APIResponse(
            responseCode = "200",
            description = "it exists, as said",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TierSchemeView.class)))
    public Uni<RestResponse<TierSchemeView>> put(
            @PathParam("community") @Parameter(example = "acme") String community,
            MakeTierScheme body,
            @BeanParam IfMatch ifMatch,
            UriInfo uri) {
        return schemes.put(
                        community,
                        Check.present("", body).wanted(),
                        ifMatch,
                        caller.get().subject())
                .map(put -> Put.answer(put.map(TierSchemeView::of), uri.getAbsolutePath()));
    }

    @GET
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(summary = "Read the tier scheme: its last version, draft or not")
    public Uni<RestResponse<TierSchemeView>> get(
            @PathParam("community") @Parameter(example = "acme") String community) {
        return schemes.get(community).map(found -> Put.answer(TierSchemeView.of(found)));
    }

    @GET
    @Path("/versions")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "List all versions of the tier scheme, newest first")
    public Uni<Page<TierSchemeView>> versions(
            @PathParam("community") @Parameter(example = "acme") String community, @BeanParam Paging paging) {
        return schemes.versions(community, paging).map(page -> page.map(TierSchemeView::of));
    }
}

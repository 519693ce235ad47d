package dev.hearth.incentive.campaign;

import dev.hearth.incentive.campaign.budget.CampaignId;
import dev.hearth.incentive.definition.DefinitionKey;
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

/** Campaigns over HTTP. */
@Path("/communities/{community}/campaigns")
@Tag(name = "campaigns")
class CampaignResource {
    private final Campaigning campaigning;
    private final CurrentCaller caller;

    CampaignResource(Campaigning campaigning, CurrentCaller caller) {
        this.campaigning = campaigning;
        this.caller = caller;
    }

    @PUT
    @Path("/{campaign}")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(summary = "Make a campaign, change it, or close it", description = """
                    The same again changes nothing; a change is a new version and needs If-Match. Status RETIRED closes \
                    the campaign for good and gives back what is left of its budgets. Rules and grants draw on it while \
                    it is open; members who are held out never get its awards.""")
    @APIResponse(
            responseCode = "201",
            description = "made",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CampaignView.class)))
    @APIResponse(
            responseCode = "200",
            description = "it exists, as said",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CampaignView.class)))
    @APIResponse(
            responseCode = "409",
            description = "it is closed, or the hold-out would change, or there are too many")
    public Uni<RestResponse<CampaignView>> put(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("campaign") @Parameter(example = "spring") String campaign,
            MakeCampaign body,
            @BeanParam IfMatch ifMatch,
            UriInfo uri) {
        return campaigning
                .put(
                        new DefinitionKey(community, campaign),
                        Check.present("", body).wanted(),
                        ifMatch,
                        caller.get().subject())
                .map(put -> Put.answer(put.map(CampaignView::of), uri.getAbsolutePath()));
    }

    @GET
    @Path("/{campaign}")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "Read a campaign: its last version, draft or not")
    public Uni<RestResponse<CampaignView>> get(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("campaign") @Parameter(example = "spring") String campaign) {
        return campaigning.get(new CampaignId(community, campaign)).map(found -> Put.answer(CampaignView.of(found)));
    }

    @GET
    @Path("/{campaign}/versions")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "List all versions of a campaign, newest first")
    public Uni<Page<CampaignView>> versions(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("campaign") @Parameter(example = "spring") String campaign,
            @BeanParam Paging paging) {
        return campaigning
                .versions(new DefinitionKey(community, campaign), paging)
                .map(page -> page.map(CampaignView::of));
    }

    @GET
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "List the community's campaigns, by id")
    public Uni<Page<CampaignView>> list(
            @PathParam("community") @Parameter(example = "acme") String community, @BeanParam Paging paging) {
        return campaigning.page(community, paging).map(page -> page.map(CampaignView::of));
    }
}

package dev.hearth.incentive.campaign.report;

import dev.hearth.incentive.campaign.budget.CampaignId;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reports of campaigns over HTTP. */
@Path("/communities/{community}/campaigns/{campaign}/report")
@Tag(name = "campaigns")
class CampaignReportResource {
    private final Reporting reporting;

    CampaignReportResource(Reporting reporting) {
        this.reporting = reporting;
    }

    @GET
    @Needs(Scope.INCENTIVES_READ)
    @Operation(
            summary = "Read what came of a campaign so far",
            description = "Budgets, costs by type and group, awards, members reached, treated and held out, targets.")
    public Uni<CampaignReportView> report(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("campaign") @Parameter(example = "spring") String campaign) {
        return reporting.report(new CampaignId(community, campaign));
    }
}

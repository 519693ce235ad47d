package dev.hearth.incentive.campaign;

import dev.hearth.incentive.campaign.budget.BudgetId;
import dev.hearth.incentive.campaign.budget.CampaignId;
import dev.hearth.platform.idempotency.Answer;
import dev.hearth.platform.idempotency.IdempotencyKey;
import dev.hearth.platform.idempotency.KeyedPost;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.problem.Check;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Budgets of campaigns over HTTP. */
@Path("/communities/{community}/campaigns/{campaign}")
@Tag(name = "campaigns")
class BudgetResource {
    private final Funding funding;
    private final KeyedPost post;

    BudgetResource(Funding funding, KeyedPost post) {
        this.funding = funding;
        this.post = post;
    }

    @POST
    @Path("/fundings")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(
            summary = "Put points into a campaign's budget",
            description = "The currency's issuer pays them into an account of the campaign in the ledger.")
    @APIResponse(
            responseCode = "201",
            description = "funded; the budget as it stands",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BudgetView.class)))
    @APIResponse(responseCode = "409", description = "the campaign is closed, or the budget would be too large")
    public Uni<Response> fund(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("campaign") @Parameter(example = "spring") String campaign,
            FundCampaign body,
            @BeanParam IdempotencyKey key,
            UriInfo uri) {
        FundCampaign wanted = Check.present("", body).checked();
        String currency = Objects.requireNonNull(wanted.currency());
        BudgetId budget = new BudgetId(new CampaignId(community, campaign), currency);
        String location = "/communities/" + community + "/campaigns/" + campaign + "/budgets/" + currency;
        return post.once(
                key,
                wanted,
                uri,
                connection ->
                        funding.fund(connection, budget, wanted.points()).map(view -> Answer.created(location, view)));
    }

    @GET
    @Path("/budgets/{currency}")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "Read where a campaign's budget stands")
    public Uni<BudgetView> budget(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("campaign") @Parameter(example = "spring") String campaign,
            @PathParam("currency") @Parameter(example = "points") String currency) {
        return funding.budget(new BudgetId(new CampaignId(community, campaign), currency));
    }
}

package dev.hearth.incentive.campaign.cost;

import dev.hearth.incentive.campaign.CampaignProblem;
import dev.hearth.incentive.campaign.budget.CampaignId;
import dev.hearth.platform.idempotency.Answer;
import dev.hearth.platform.idempotency.IdempotencyKey;
import dev.hearth.platform.idempotency.KeyedPost;
import dev.hearth.platform.identity.CurrentCaller;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Costs of campaigns over HTTP. */
@Path("/communities/{community}")
@Tag(name = "campaigns")
class CostResource {
    private final CostAccounting accounting;
    private final KeyedPost post;
    private final CurrentCaller caller;

    CostResource(CostAccounting accounting, KeyedPost post, CurrentCaller caller) {
        this.accounting = accounting;
        this.post = post;
        this.caller = caller;
    }

    @POST
    @Path("/campaigns/{campaign}/costs")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(
            summary = "Record what a campaign cost in labour, goods or money",
            description = "An entry is never changed; a correction takes it back.")
    @APIResponse(
            responseCode = "201",
            description = "recorded",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CostView.class)))
    public Uni<Response> record(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("campaign") @Parameter(example = "spring") String campaign,
            RecordCost body,
            @BeanParam IdempotencyKey key,
            UriInfo uri) {
        RecordCost wanted = Check.present("", body);
        CampaignId id = new CampaignId(community, campaign);
        return post.once(
                key,
                wanted,
                uri,
                connection -> accounting
                        .record(connection, id, wanted, caller.get().subject())
                        .map(cost -> answer(cost)));
    }

    @POST
    @Path("/costs/{cost}/corrections")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(
            summary = "Take a cost back",
            description = "A counter-entry of the opposite amount; each cost once. Record the right cost anew.")
    @APIResponse(
            responseCode = "201",
            description = "taken back; the counter-entry",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CostView.class)))
    @APIResponse(responseCode = "409", description = "it is taken back already, or a counter-entry itself")
    public Uni<Response> correct(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("cost") @Parameter(example = "01950000-0000-7000-8000-000000000000") String cost,
            CorrectCost body,
            @BeanParam IdempotencyKey key,
            UriInfo uri) {
        CorrectCost wanted = Check.present("", body);
        UUID corrected = id(cost);
        String why = wanted.why();
        return post.once(
                key,
                wanted,
                uri,
                connection -> accounting
                        .correct(
                                connection,
                                community,
                                corrected,
                                why,
                                caller.get().subject())
                        .map(counter -> answer(counter)));
    }

    @GET
    @Path("/costs/{cost}")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "Read one entry of a campaign's costs")
    public Uni<CostView> get(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("cost") @Parameter(example = "01950000-0000-7000-8000-000000000000") String cost) {
        return accounting.get(community, id(cost)).map(CostView::of);
    }

    @GET
    @Path("/campaigns/{campaign}/costs")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "List a campaign's costs, oldest first")
    public Uni<Page<CostView>> list(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("campaign") @Parameter(example = "spring") String campaign,
            @BeanParam Paging paging) {
        return accounting.page(new CampaignId(community, campaign), paging).map(page -> page.map(CostView::of));
    }

    private static Answer answer(Cost cost) {
        return Answer.created("/communities/" + cost.campaign().community() + "/costs/" + cost.id(), CostView.of(cost));
    }

    private static UUID id(String cost) {
        try {
            return UUID.fromString(cost);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(CampaignProblem.UNKNOWN_COST, cost + " is not the id of a cost");
        }
    }
}

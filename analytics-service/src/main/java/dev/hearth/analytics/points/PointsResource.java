package dev.hearth.analytics.points;

import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.QueryParameter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A community's budgets, and why points moved, for the page, as incentive-service answers them. */
@Path("/communities/{community}")
@Tag(name = "points")
@APIResponse(responseCode = "502", description = "incentive-service answers with what is not understood here")
@APIResponse(responseCode = "503", description = "incentive-service does not answer: try again")
@APIResponse(responseCode = "504", description = "incentive-service does not answer in time: try again")
class PointsResource {
    private final Incentives incentives;

    PointsResource(Incentives incentives) {
        this.incentives = incentives;
    }

    /** Whether a campaign is in force. */
    enum CampaignStatus {
        DRAFT,
        ACTIVE,
        RETIRED
    }

    @GET
    @Path("/budgets")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(
            summary = "Where the budgets of all campaigns stand",
            description = "Asked of incentive-service in the caller's name. By campaign and currency.")
    @APIResponse(responseCode = "200", description = "budgets")
    public Uni<Page<BudgetView>> budgets(
            @PathParam("community") @Parameter(example = "acme") String community,
            @QueryParam("status")
                    @Parameter(
                            description = "of campaigns that are so only; left out: of all",
                            example = "ACTIVE",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"DRAFT", "ACTIVE", "RETIRED"}))
                    @Nullable
                    String status,
            @BeanParam Paging paging,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        CampaignStatus only = QueryParameter.oneOf("status", status, CampaignStatus.class);
        return incentives.budgets(authorization, community, only == null ? null : only.name(), paging);
    }

    @GET
    @Path("/entries/{transaction}/why")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(
            summary = "Tell why points moved",
            description = "Asked of incentive-service in the caller's name: the rule in the version that paid, how the"
                    + " amount came about, the event itself; or who asked for it, and why.")
    @APIResponse(responseCode = "200", description = "why")
    public Uni<WhyView> why(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("transaction") @Parameter(example = "019a9c6e-3f00-7000-8000-000000000001") String transaction,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        return incentives.why(authorization, community, transaction);
    }
}

package dev.hearth.incentive.campaign;

import dev.hearth.incentive.definition.DefinitionStatus;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.QueryParameter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** All budgets of a community over HTTP. */
@Path("/communities/{community}/budgets")
@Tag(name = "campaigns")
class CommunityBudgetResource {
    private final Budgeting budgeting;

    CommunityBudgetResource(Budgeting budgeting) {
        this.budgeting = budgeting;
    }

    @GET
    @Needs(Scope.INCENTIVES_READ)
    @Operation(
            summary = "List where the budgets of all campaigns stand",
            description =
                    "By campaign and currency. A campaign that was never funded has none; of a drafted change nothing"
                            + " is told before it is in force.")
    public Uni<Page<CommunityBudgetView>> list(
            @PathParam("community") @Parameter(example = "acme") String community,
            @QueryParam("status")
                    @Parameter(
                            description = "of campaigns that are so only; left out: of all",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"DRAFT", "ACTIVE", "RETIRED"}))
                    @Nullable
                    String status,
            @BeanParam Paging paging) {
        return budgeting
                .page(community, QueryParameter.oneOf("status", status, DefinitionStatus.class), paging)
                .map(page -> page.map(CommunityBudgetView::of));
    }
}

package dev.hearth.incentive.redemption;

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
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What operators have to hand over, over HTTP. */
@Path("/communities/{community}/redemptions")
@Tag(name = "redemptions")
class OpenRedemptionResource {
    private final Retrospect retrospect;

    OpenRedemptionResource(Retrospect retrospect) {
        this.retrospect = retrospect;
    }

    @GET
    @Needs(Scope.INCENTIVES_READ)
    @Operation(
            summary = "List the redemptions that are open, oldest first",
            description = "What is paid and still to be handed over, or what is reserved.")
    public Uni<Page<RedemptionView>> list(
            @PathParam("community") @Parameter(example = "acme") String community,
            @QueryParam("state")
                    @Parameter(
                            description = "CONFIRMED: to be handed over; RESERVED: not paid yet",
                            schema = @Schema(implementation = Openness.class, defaultValue = "CONFIRMED"))
                    @Nullable
                    String state,
            @BeanParam Paging paging) {
        Openness openness =
                Objects.requireNonNullElse(QueryParameter.oneOf("state", state, Openness.class), Openness.CONFIRMED);
        return retrospect.open(community, openness, paging).map(page -> page.map(RedemptionView::of));
    }
}

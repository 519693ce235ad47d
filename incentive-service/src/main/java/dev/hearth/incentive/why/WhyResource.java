package dev.hearth.incentive.why;

import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Why points moved, over HTTP. */
@Path("/communities/{community}/entries")
@Tag(name = "statements")
class WhyResource {
    private final Explanation explanation;

    WhyResource(Explanation explanation) {
        this.explanation = explanation;
    }

    @GET
    @Path("/{transaction}/why")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(
            summary = "Tell why points moved",
            description =
                    "From the entry to the rule in the version that paid, how the amount came about, and the event"
                            + " itself as it stands on its topic; or to who asked for it, and why.")
    public Uni<WhyView> why(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("transaction") @Parameter(example = "019a9c6e-3f00-7000-8000-000000000001") String transaction) {
        return explanation.of(community, transaction);
    }
}

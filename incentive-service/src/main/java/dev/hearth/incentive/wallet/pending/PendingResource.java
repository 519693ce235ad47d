package dev.hearth.incentive.wallet.pending;

import dev.hearth.incentive.ledger.Holder;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Pending credits over HTTP. */
@Path("/communities/{community}/members/{member}/pending-credits")
@Tag(name = "pending-credits")
class PendingResource {
    private final Activation activation;

    PendingResource(Activation activation) {
        this.activation = activation;
    }

    @GET
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(
            summary = "List a member's credits that are or were pending, newest first",
            description = "Reverse the transaction to cancel one.")
    public Uni<Page<PendingView>> list(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("member") @Parameter(example = "ada") String member,
            @BeanParam Paging paging) {
        return activation.page(new Holder(community, member), paging);
    }
}

package dev.hearth.incentive.redemption;

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

/** What a member may redeem now, over HTTP. */
@Path("/communities/{community}/members/{member}/rewards")
@Tag(name = "redemptions")
class OfferResource {
    private final Offers offers;

    OfferResource(Offers offers) {
        this.offers = offers;
    }

    @GET
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(
            summary = "List the rewards that a member sees now, by id",
            description = "At the price this member pays; also those that are sold out. Limits are not looked at.")
    public Uni<Page<OfferView>> list(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("member") @Parameter(example = "ada") String member,
            @BeanParam Paging paging) {
        return offers.page(new Holder(community, member), paging);
    }
}

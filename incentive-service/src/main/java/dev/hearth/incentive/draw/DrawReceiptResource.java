package dev.hearth.incentive.draw;

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

/** A member's entries over HTTP. */
@Path("/communities/{community}/members/{member}/draw-entries")
@Tag(name = "draws")
class DrawReceiptResource {
    private final Participation participation;

    DrawReceiptResource(Participation participation) {
        this.participation = participation;
    }

    @GET
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(summary = "List a member's entries in draws, with their receipts")
    public Uni<Page<ReceiptView>> list(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("member") @Parameter(example = "ada") String member,
            @BeanParam Paging paging) {
        return participation.receipts(new Holder(community, member), paging).map(page -> page.map(ReceiptView::of));
    }
}

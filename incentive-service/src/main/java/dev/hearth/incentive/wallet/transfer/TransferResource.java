package dev.hearth.incentive.wallet.transfer;

import dev.hearth.incentive.wallet.TransactionView;
import dev.hearth.platform.idempotency.Answer;
import dev.hearth.platform.idempotency.IdempotencyKey;
import dev.hearth.platform.idempotency.KeyedPost;
import dev.hearth.platform.identity.Caller;
import dev.hearth.platform.identity.CurrentCaller;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.problem.Check;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Points that members give each other, over HTTP. */
@Path("/communities/{community}/transfers")
@Tag(name = "transfers")
class TransferResource {
    private final Transferring transferring;
    private final KeyedPost once;
    private final CurrentCaller caller;

    TransferResource(Transferring transferring, KeyedPost once, CurrentCaller caller) {
        this.transferring = transferring;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @Needs(value = Scope.INCENTIVES_WRITE, member = true)
    @Operation(
            summary = "Give points from one member to another",
            description =
                    "Where the currency has transfers, within its limits. The points go on to expire when they would"
                            + " have. A member's own token gives that member's points only.")
    @APIResponse(
            responseCode = "201",
            description = "given: the transaction",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = TransactionView.class)))
    public Uni<Response> post(
            @PathParam("community") @Parameter(example = "acme") String community,
            @BeanParam IdempotencyKey key,
            TransferPoints body,
            UriInfo uri) {
        TransferPoints asked = Check.present("", body);
        Caller giving = caller.get();
        giving.requireMember(Check.identifier("/from", asked.from()));
        return once.once(
                key,
                asked,
                uri,
                connection -> transferring
                        .transfer(connection, community, asked, giving.subject())
                        .map(moved -> Answer.created(
                                uri.getBaseUriBuilder()
                                        .path("/communities/{community}/transactions/{id}")
                                        .build(community, moved.id())
                                        .toString(),
                                TransactionView.of(moved))));
    }
}

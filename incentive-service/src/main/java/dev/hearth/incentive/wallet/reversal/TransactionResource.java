package dev.hearth.incentive.wallet.reversal;

import dev.hearth.incentive.wallet.PointsId;
import dev.hearth.incentive.wallet.TransactionView;
import dev.hearth.incentive.wallet.WalletProblem;
import dev.hearth.platform.idempotency.Answer;
import dev.hearth.platform.idempotency.IdempotencyKey;
import dev.hearth.platform.idempotency.KeyedPost;
import dev.hearth.platform.identity.CurrentCaller;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Transactions, and their reversals, over HTTP. */
@Path("/communities/{community}/transactions/{transaction}")
@Tag(name = "transactions")
class TransactionResource {
    private static final int MAX_REASON = 500;

    private final Reversing reversing;
    private final KeyedPost once;
    private final CurrentCaller caller;

    TransactionResource(Reversing reversing, KeyedPost once, CurrentCaller caller) {
        this.reversing = reversing;
        this.once = once;
        this.caller = caller;
    }

    /** Why. */
    @Schema(name = "ReverseTransaction", examples = "{\"reason\": \"sent to the wrong member\"}")
    record ReverseTransaction(
            @Schema(required = true, minLength = 1, maxLength = MAX_REASON, examples = "sent to the wrong member")
            @Nullable
            String reason) {}

    @GET
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "Read a transaction with all its postings")
    public Uni<TransactionView> get(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("transaction") @Parameter(example = "019a9c6e-3f00-7000-8000-000000000001") String transaction) {
        return reversing
                .get(community, PointsId.of(transaction, WalletProblem.UNKNOWN_TRANSACTION))
                .map(TransactionView::of);
    }

    @POST
    @Path("/reversals")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(summary = "Take a transaction back, once", description = """
                    For what was earned, granted, adjusted, imported or transferred. Points go back to where they came \
                    from. What a member got is taken from the lot that got it, then from others, and what is missing is \
                    owed: the next credits pay it. Caps are not given back.""")
    @APIResponse(
            responseCode = "201",
            description = "taken back: the transaction that did it",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = TransactionView.class)))
    public Uni<Response> reverse(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("transaction") @Parameter(example = "019a9c6e-3f00-7000-8000-000000000001") String transaction,
            @BeanParam IdempotencyKey key,
            ReverseTransaction body,
            UriInfo uri) {
        UUID id = PointsId.of(transaction, WalletProblem.UNKNOWN_TRANSACTION);
        ReverseTransaction said = Check.present("", body);
        String reason = Check.text("/reason", said.reason(), MAX_REASON);
        String who = caller.get().subject();
        return once.once(
                key,
                said,
                uri,
                connection -> reversing
                        .reverse(connection, community, id, reason, who)
                        .map(reversal -> Answer.created(
                                uri.getBaseUriBuilder()
                                        .path("/communities/{community}/transactions/{id}")
                                        .build(community, reversal.id())
                                        .toString(),
                                TransactionView.of(reversal))));
    }
}

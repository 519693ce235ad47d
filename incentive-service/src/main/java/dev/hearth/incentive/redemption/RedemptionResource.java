package dev.hearth.incentive.redemption;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What becomes of a redemption, over HTTP. */
@Path("/communities/{community}/redemptions/{redemption}")
@Tag(name = "redemptions")
class RedemptionResource {
    private static final int MAX_TEXT = 200;

    private final Handling handling;
    private final Retrospect retrospect;
    private final KeyedPost once;
    private final CurrentCaller caller;

    RedemptionResource(Handling handling, Retrospect retrospect, KeyedPost once, CurrentCaller caller) {
        this.handling = handling;
        this.retrospect = retrospect;
        this.once = once;
        this.caller = caller;
    }

    /** How it was handed over. */
    @Schema(name = "FulfilRedemption", examples = "{\"reference\": \"parcel-4711\"}")
    record FulfilRedemption(
            @Schema(maxLength = MAX_TEXT, description = "e.g. the number of a parcel") @Nullable
            String reference) {}

    /** Why it is taken back. */
    @Schema(name = "RefundRedemption", examples = "{\"reason\": \"arrived broken\"}")
    record RefundRedemption(
            @Schema(maxLength = MAX_TEXT, description = "why") @Nullable
            String reason) {}

    @GET
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(summary = "Read a redemption", description = "With the code that was given.")
    public Uni<RedemptionView> get(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("redemption") @Parameter(example = "019a9c6e-3f00-7000-8000-000000000001") String redemption) {
        return retrospect.get(Request.of(community, redemption, caller.get())).map(RedemptionView::of);
    }

    @POST
    @Path("/fulfilments")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(
            summary = "Say that a redemption was handed over",
            description = "Of goods; all else is fulfilled at once.")
    @APIResponse(
            responseCode = "200",
            description = "fulfilled",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RedemptionView.class)))
    @APIResponse(responseCode = "409", description = "it is not confirmed")
    public Uni<Response> fulfil(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("redemption") @Parameter(example = "019a9c6e-3f00-7000-8000-000000000001") String redemption,
            FulfilRedemption body,
            @BeanParam IdempotencyKey key,
            UriInfo uri) {
        FulfilRedemption asked = Check.present("", body);
        Request request =
                Request.of(community, redemption, caller.get()).handedOver(text("/reference", asked.reference()));
        return once.once(
                key,
                asked,
                uri,
                connection -> handling.fulfil(connection, request)
                        .map(RedemptionView::of)
                        .map(Answer::ok));
    }

    @POST
    @Path("/refunds")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(summary = "Take back what was redeemed", description = """
                    The points return to the lots that they came from; what of that has expired meanwhile expires at \
                    once. Before its fulfilment a redemption is CANCELLED and the stock has it again; afterwards it is \
                    REFUNDED, within the days that the reward allows: privileges are revoked, a code stays used, and \
                    goods that came back are entered into the stock by hand.""")
    @APIResponse(
            responseCode = "200",
            description = "taken back",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RedemptionView.class)))
    @APIResponse(responseCode = "409", description = "it is not paid, is over, or is not refundable any more")
    public Uni<Response> refund(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("redemption") @Parameter(example = "019a9c6e-3f00-7000-8000-000000000001") String redemption,
            RefundRedemption body,
            @BeanParam IdempotencyKey key,
            UriInfo uri) {
        RefundRedemption asked = Check.present("", body);
        Request request = Request.of(community, redemption, caller.get()).because(text("/reason", asked.reason()));
        return once.once(
                key,
                asked,
                uri,
                connection -> handling.refund(connection, request)
                        .map(RedemptionView::of)
                        .map(Answer::ok));
    }

    private static @Nullable String text(String pointer, @Nullable String given) {
        return given == null ? null : Check.text(pointer, given, MAX_TEXT);
    }
}

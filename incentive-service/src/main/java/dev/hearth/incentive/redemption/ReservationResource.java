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

/** What becomes of a reservation, over HTTP. A reservation that is confirmed is a redemption with the same id. */
@Path("/communities/{community}/reservations/{reservation}")
@Tag(name = "redemptions")
class ReservationResource {
    private static final int MAX_REASON = 200;

    private final Handling handling;
    private final Retrospect retrospect;
    private final KeyedPost once;
    private final CurrentCaller caller;

    ReservationResource(Handling handling, Retrospect retrospect, KeyedPost once, CurrentCaller caller) {
        this.handling = handling;
        this.retrospect = retrospect;
        this.once = once;
        this.caller = caller;
    }

    /** Nothing more needs to be said. */
    @Schema(name = "ConfirmReservation", examples = "{}")
    record ConfirmReservation() {}

    /** Why it is given up. */
    @Schema(name = "CancelReservation", examples = "{\"reason\": \"changed my mind\"}")
    record CancelReservation(
            @Schema(maxLength = MAX_REASON, description = "why") @Nullable
            String reason) {}

    @GET
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(summary = "Read a reservation, whatever became of it")
    public Uni<RedemptionView> get(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("reservation") @Parameter(example = "019a9c6e-3f00-7000-8000-000000000001") String reservation) {
        return retrospect.get(Request.of(community, reservation, caller.get())).map(RedemptionView::of);
    }

    @POST
    @Path("/confirmations")
    @Needs(value = Scope.INCENTIVES_WRITE, member = true)
    @Operation(
            summary = "Confirm a reservation",
            description = "What is held is paid. What nobody has to hand over is fulfilled at once.")
    @APIResponse(
            responseCode = "201",
            description = "it is a redemption now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RedemptionView.class)))
    @APIResponse(responseCode = "409", description = "it has expired, or is over, or was confirmed before")
    public Uni<Response> confirm(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("reservation") @Parameter(example = "019a9c6e-3f00-7000-8000-000000000001") String reservation,
            ConfirmReservation body,
            @BeanParam IdempotencyKey key,
            UriInfo uri) {
        Request request = Request.of(community, reservation, caller.get());
        return once.once(
                key,
                Check.present("", body),
                uri,
                connection -> handling.confirm(connection, request)
                        .map(redeemed -> Answer.created(
                                uri.getBaseUri() + "communities/" + community + "/redemptions/" + request.redemption(),
                                RedemptionView.of(redeemed))));
    }

    @POST
    @Path("/cancellations")
    @Needs(value = Scope.INCENTIVES_WRITE, member = true)
    @Operation(
            summary = "Give up a reservation",
            description = "What is held returns to the lots that it came from, and the stock has it again.")
    @APIResponse(
            responseCode = "200",
            description = "given up",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RedemptionView.class)))
    @APIResponse(responseCode = "409", description = "it is over, or was confirmed: then refund the redemption")
    public Uni<Response> cancel(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("reservation") @Parameter(example = "019a9c6e-3f00-7000-8000-000000000001") String reservation,
            CancelReservation body,
            @BeanParam IdempotencyKey key,
            UriInfo uri) {
        CancelReservation asked = Check.present("", body);
        String reason = asked.reason() == null ? null : Check.text("/reason", asked.reason(), MAX_REASON);
        Request request = Request.of(community, reservation, caller.get()).because(reason);
        return once.once(
                key,
                asked,
                uri,
                connection -> handling.cancel(connection, request)
                        .map(RedemptionView::of)
                        .map(Answer::ok));
    }
}

package dev.hearth.incentive.wallet.hold;

import dev.hearth.incentive.ledger.Amount;
import dev.hearth.incentive.wallet.PointsId;
import dev.hearth.incentive.wallet.WalletProblem;
import dev.hearth.platform.idempotency.Answer;
import dev.hearth.platform.idempotency.IdempotencyKey;
import dev.hearth.platform.idempotency.KeyedPost;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.problem.Check;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What becomes of reserved points, over HTTP. */
@Path("/communities/{community}/holds/{hold}")
@Tag(name = "holds")
class HoldEndResource {
    private final Holding holding;
    private final KeyedPost once;

    HoldEndResource(Holding holding, KeyedPost once) {
        this.holding = holding;
        this.once = once;
    }

    /** Of which part. */
    @Schema(name = "EndHold", examples = "{}")
    record EndHold(
            @Schema(description = "how many points; left out: all", minimum = "1", maximum = "1000000000000") @Nullable
            Long amount) {
        static final EndHold WHOLE = new EndHold(null);

        EndHold whole() {
            if (amount != null) {
                throw Check.refused(
                        "/amount", "is given, but a release is of all that is held; capture a part instead");
            }
            return this;
        }

        EndHold checked() {
            return amount == null ? this : new EndHold(Check.range("/amount", amount, 1, Amount.MAX));
        }
    }

    @POST
    @Path("/captures")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(
            summary = "Spend what is reserved, all or a part",
            description = "What is not spent is given back. A hold ends once.")
    @APIResponse(
            responseCode = "200",
            description = "spent",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = HoldView.class)))
    public Uni<Response> capture(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("hold") @Parameter(example = "019a9c6e-3f00-7000-8000-000000000002") String hold,
            @BeanParam IdempotencyKey key,
            @Nullable EndHold body,
            UriInfo uri) {
        UUID id = PointsId.of(hold, WalletProblem.UNKNOWN_HOLD);
        EndHold said = Objects.requireNonNullElse(body, EndHold.WHOLE).checked();
        return end(key, said, uri, connection -> holding.capture(connection, community, id, said.amount()));
    }

    @POST
    @Path("/releases")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(
            summary = "Give back what is reserved",
            description = "The points go back to the lots that they were taken from.")
    @APIResponse(
            responseCode = "200",
            description = "given back",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = HoldView.class)))
    public Uni<Response> release(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("hold") @Parameter(example = "019a9c6e-3f00-7000-8000-000000000002") String hold,
            @BeanParam IdempotencyKey key,
            @Nullable EndHold body,
            UriInfo uri) {
        UUID id = PointsId.of(hold, WalletProblem.UNKNOWN_HOLD);
        EndHold said = Objects.requireNonNullElse(body, EndHold.WHOLE).whole();
        return end(key, said, uri, connection -> holding.release(connection, community, id));
    }

    @POST
    @Path("/refunds")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(
            summary = "Give back what was spent of a captured hold, all or a part",
            description = "The points go back to the lots that they were taken from; what has expired meanwhile expires"
                    + " at once.",
            extensions = @Extension(name = "x-example-after", value = "captures"))
    @APIResponse(
            responseCode = "200",
            description = "given back",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = HoldView.class)))
    public Uni<Response> refund(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("hold") @Parameter(example = "019a9c6e-3f00-7000-8000-000000000002") String hold,
            @BeanParam IdempotencyKey key,
            @Nullable EndHold body,
            UriInfo uri) {
        UUID id = PointsId.of(hold, WalletProblem.UNKNOWN_HOLD);
        EndHold said = Objects.requireNonNullElse(body, EndHold.WHOLE).checked();
        return end(key, said, uri, connection -> holding.refund(connection, community, id, said.amount()));
    }

    private Uni<Response> end(
            IdempotencyKey key, EndHold said, UriInfo uri, Function<SqlConnection, Uni<Hold>> ending) {
        return once.once(
                key, said, uri, connection -> ending.apply(connection).map(ended -> Answer.ok(HoldView.of(ended))));
    }
}

package dev.hearth.incentive.wallet.adjustment;

import dev.hearth.incentive.wallet.PointsId;
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
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a second person says about an adjustment that waits, over HTTP. */
@Path("/communities/{community}/adjustments/{adjustment}")
@Tag(name = "adjustments")
class DecisionResource {
    private final Adjusting adjusting;
    private final KeyedPost once;
    private final CurrentCaller caller;

    DecisionResource(Adjusting adjusting, KeyedPost once, CurrentCaller caller) {
        this.adjusting = adjusting;
        this.once = once;
        this.caller = caller;
    }

    /** What is said about it. */
    @Schema(name = "DecideAdjustment", examples = "{\"comment\": \"agreed in the round of Monday\"}")
    record DecideAdjustment(
            @Schema(maxLength = AdjustPoints.MAX_REASON) @Nullable
            String comment) {
        static final DecideAdjustment NOTHING = new DecideAdjustment(null);

        DecideAdjustment checked() {
            return comment == null
                    ? this
                    : new DecideAdjustment(Check.text("/comment", comment, AdjustPoints.MAX_REASON));
        }
    }

    @POST
    @Path("/approvals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.INCENTIVES_APPROVE)
    @Operation(
            summary = "Approve an adjustment that waits, as somebody else than who asked for it",
            description = "The points move now.",
            extensions = @Extension(name = "x-second-person", value = "true"))
    @APIResponse(
            responseCode = "200",
            description = "applied",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AdjustmentView.class)))
    public Uni<Response> approve(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("adjustment") @Parameter(example = "019a9c6e-3f00-7000-8000-000000000003") String adjustment,
            @BeanParam IdempotencyKey key,
            @Nullable DecideAdjustment body,
            UriInfo uri) {
        DecideAdjustment said =
                Objects.requireNonNullElse(body, DecideAdjustment.NOTHING).checked();
        String who = caller.get().subject();
        return once.once(
                key,
                said,
                uri,
                connection -> adjusting
                        .approve(
                                connection,
                                community,
                                PointsId.of(adjustment, WalletProblem.UNKNOWN_ADJUSTMENT),
                                said.comment(),
                                who)
                        .map(decided -> Answer.ok(AdjustmentView.of(decided))));
    }

    @POST
    @Path("/rejections")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.INCENTIVES_APPROVE)
    @Operation(
            summary = "Reject an adjustment that waits, as somebody else than who asked for it",
            description = "Nothing moves, for good.",
            extensions = @Extension(name = "x-second-person", value = "true"))
    @APIResponse(
            responseCode = "200",
            description = "rejected",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AdjustmentView.class)))
    public Uni<Response> reject(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("adjustment") @Parameter(example = "019a9c6e-3f00-7000-8000-000000000003") String adjustment,
            @BeanParam IdempotencyKey key,
            @Nullable DecideAdjustment body,
            UriInfo uri) {
        DecideAdjustment said =
                Objects.requireNonNullElse(body, DecideAdjustment.NOTHING).checked();
        String who = caller.get().subject();
        return once.once(
                key,
                said,
                uri,
                connection -> adjusting
                        .reject(
                                connection,
                                community,
                                PointsId.of(adjustment, WalletProblem.UNKNOWN_ADJUSTMENT),
                                said.comment(),
                                who)
                        .map(decided -> Answer.ok(AdjustmentView.of(decided))));
    }
}

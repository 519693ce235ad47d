package dev.hearth.incentive.wallet.adjustment;

import dev.hearth.incentive.wallet.PointsId;
import dev.hearth.incentive.wallet.WalletProblem;
import dev.hearth.platform.idempotency.Answer;
import dev.hearth.platform.idempotency.IdempotencyKey;
import dev.hearth.platform.idempotency.KeyedPost;
import dev.hearth.platform.identity.CurrentCaller;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.problem.QueryParameter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Corrections by hand over HTTP. */
@Path("/communities/{community}/adjustments")
@Tag(name = "adjustments")
class AdjustmentResource {
    private final Adjusting adjusting;
    private final KeyedPost once;
    private final CurrentCaller caller;

    AdjustmentResource(Adjusting adjusting, KeyedPost once, CurrentCaller caller) {
        this.adjusting = adjusting;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(
            summary = "Give a member points by hand, or take some",
            description = "What is above the currency's approvalAbove waits for a second person, see approvals.")
    @APIResponse(
            responseCode = "201",
            description = "applied",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AdjustmentView.class)))
    @APIResponse(
            responseCode = "202",
            description = "it waits for a second person; nothing has moved",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AdjustmentView.class)))
    public Uni<Response> post(
            @PathParam("community") @Parameter(example = "acme") String community,
            @BeanParam IdempotencyKey key,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            examples = {
                                                @ExampleObject(
                                                        name = "small",
                                                        value =
                                                                "{\"memberId\": \"ada\", \"currency\": \"points\", \"amount\": 500, \"reason\": \"prize of the meet-up\"}"),
                                                @ExampleObject(
                                                        name = "waiting",
                                                        value =
                                                                "{\"memberId\": \"ada\", \"currency\": \"points\", \"amount\": 5000, \"reason\": \"prize of the year\"}")
                                            }))
                    AdjustPoints body,
            UriInfo uri) {
        AdjustPoints asked = Check.present("", body);
        String who = caller.get().subject();
        return once.once(
                key,
                asked,
                uri,
                connection -> adjusting
                        .request(connection, community, asked, who)
                        .map(adjustment -> answer(adjustment, uri)));
    }

    @GET
    @Path("/{adjustment}")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "Read an adjustment")
    public Uni<AdjustmentView> get(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("adjustment") @Parameter(example = "019a9c6e-3f00-7000-8000-000000000003") String adjustment) {
        return adjusting
                .get(community, PointsId.of(adjustment, WalletProblem.UNKNOWN_ADJUSTMENT))
                .map(AdjustmentView::of);
    }

    @GET
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "List the community's adjustments, newest first")
    public Uni<Page<AdjustmentView>> list(
            @PathParam("community") @Parameter(example = "acme") String community,
            @QueryParam("status") @Parameter(description = "of this status only", example = "WAITING") @Nullable
                    String status,
            @BeanParam Paging paging) {
        AdjustmentStatus only = QueryParameter.oneOf("status", status, AdjustmentStatus.class);
        return adjusting.page(community, only, paging).map(page -> page.map(AdjustmentView::of));
    }

    private static Answer answer(Adjustment adjustment, UriInfo uri) {
        String location = uri.getAbsolutePathBuilder()
                .path(adjustment.id().toString())
                .build()
                .toString();
        AdjustmentView view = AdjustmentView.of(adjustment);
        return adjustment.status() == AdjustmentStatus.WAITING
                ? Answer.accepted(location, view)
                : Answer.created(location, view);
    }
}

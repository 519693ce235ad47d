package dev.hearth.incentive.wallet.hold;

import dev.hearth.incentive.ledger.Holder;
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

/** Reserved points over HTTP. */
@Path("/communities/{community}")
@Tag(name = "holds")
class HoldResource {
    private final Holding holding;
    private final KeyedPost once;
    private final CurrentCaller caller;

    HoldResource(Holding holding, KeyedPost once, CurrentCaller caller) {
        this.holding = holding;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @Path("/holds")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(
            summary = "Reserve points of a member, all or nothing",
            description = "They are taken from the lots that expire soonest, and go back to these.")
    @APIResponse(
            responseCode = "201",
            description = "reserved",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = HoldView.class)))
    public Uni<Response> post(
            @PathParam("community") @Parameter(example = "acme") String community,
            @BeanParam IdempotencyKey key,
            HoldPoints body,
            UriInfo uri) {
        HoldPoints asked = Check.present("", body);
        String who = caller.get().subject();
        return once.once(
                key,
                asked,
                uri,
                connection -> holding.hold(connection, community, asked, who)
                        .map(hold -> Answer.created(
                                uri.getAbsolutePathBuilder()
                                        .path(hold.id().toString())
                                        .build()
                                        .toString(),
                                HoldView.of(hold))));
    }

    @GET
    @Path("/holds/{hold}")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "Read a hold")
    public Uni<HoldView> get(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("hold") @Parameter(example = "019a9c6e-3f00-7000-8000-000000000002") String hold) {
        return holding.get(community, PointsId.of(hold, WalletProblem.UNKNOWN_HOLD))
                .map(HoldView::of);
    }

    @GET
    @Path("/members/{member}/holds")
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(summary = "List a member's holds, newest first")
    public Uni<Page<HoldView>> list(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("member") @Parameter(example = "ada") String member,
            @BeanParam Paging paging) {
        return holding.page(new Holder(community, member), paging).map(page -> page.map(HoldView::of));
    }
}

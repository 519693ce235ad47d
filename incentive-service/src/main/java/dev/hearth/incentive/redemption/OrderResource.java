package dev.hearth.incentive.redemption;

import dev.hearth.incentive.ledger.Holder;
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
import org.jspecify.annotations.Nullable;

/** What a member can redeem, redeems and has redeemed, over HTTP. */
@Path("/communities/{community}/members/{member}")
@Tag(name = "redemptions")
class OrderResource {
    private final Ordering ordering;
    private final Retrospect retrospect;
    private final KeyedPost once;
    private final CurrentCaller caller;

    OrderResource(Ordering ordering, Retrospect retrospect, KeyedPost once, CurrentCaller caller) {
        this.ordering = ordering;
        this.retrospect = retrospect;
        this.once = once;
        this.caller = caller;
    }

    /** The reward that is wanted. */
    @Schema(name = "OrderReward", examples = "{\"reward\": \"tea-cup\"}")
    record OrderReward(
            @Schema(required = true, examples = "tea-cup") @Nullable
            String reward) {}

    @POST
    @Path("/redemptions")
    @Needs(value = Scope.INCENTIVES_WRITE, member = true)
    @Operation(summary = "Redeem a reward at once", description = """
                    The price is paid from the points that expire soonest. What nobody has to hand over is fulfilled \
                    at once: the code of a coupon is in the answer, a privilege is granted; goods are confirmed, and \
                    fulfilled later. Where anything is in the way, nothing happens, and the problem says what.""")
    @APIResponse(
            responseCode = "201",
            description = "redeemed",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RedemptionView.class)))
    @APIResponse(
            responseCode = "409",
            description = "too few points, out of stock, a limit is reached, or it is not the time")
    public Uni<Response> redeem(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("member") @Parameter(example = "ada") String member,
            OrderReward body,
            @BeanParam IdempotencyKey key,
            UriInfo uri) {
        return place(new Holder(community, member), Order.Mode.REDEEM, body, key, uri);
    }

    @POST
    @Path("/reservations")
    @Needs(value = Scope.INCENTIVES_WRITE, member = true)
    @Operation(summary = "Reserve a reward", description = """
                    Holds the price and sets one of the stock aside, as long as the reward says. Confirm it before \
                    that, or everything returns by itself.""")
    @APIResponse(
            responseCode = "201",
            description = "reserved",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RedemptionView.class)))
    @APIResponse(
            responseCode = "409",
            description = "too few points, out of stock, a limit is reached, or it is not the time")
    public Uni<Response> reserve(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("member") @Parameter(example = "ada") String member,
            OrderReward body,
            @BeanParam IdempotencyKey key,
            UriInfo uri) {
        return place(new Holder(community, member), Order.Mode.RESERVE, body, key, uri);
    }

    @GET
    @Path("/redemptions")
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(
            summary = "List what a member reserved and redeemed, newest first",
            description = "With the codes that were given.")
    public Uni<Page<RedemptionView>> list(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("member") @Parameter(example = "ada") String member,
            @BeanParam Paging paging) {
        return retrospect.page(new Holder(community, member), paging).map(page -> page.map(RedemptionView::of));
    }

    private Uni<Response> place(
            Holder holder, Order.Mode mode, @Nullable OrderReward body, IdempotencyKey key, UriInfo uri) {
        OrderReward asked = Check.present("", body);
        Order order = new Order(
                holder,
                Check.identifier("/reward", asked.reward()),
                mode,
                caller.get().subject());
        return once.once(
                key,
                asked,
                uri,
                connection -> ordering.place(connection, order)
                        .map(redeemed -> Answer.created(location(uri, order, redeemed), RedemptionView.of(redeemed))));
    }

    private static String location(UriInfo uri, Order order, Redeemed redeemed) {
        String collection = switch (order.mode()) {
            case RESERVE -> "/reservations/";
            case REDEEM -> "/redemptions/";
        };
        return uri.getBaseUri() + "communities/" + order.holder().community() + collection
                + redeemed.redemption().id();
    }
}

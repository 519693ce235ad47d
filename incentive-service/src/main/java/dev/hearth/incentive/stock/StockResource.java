package dev.hearth.incentive.stock;

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

/** The stock of rewards over HTTP. */
@Path("/communities/{community}/rewards/{reward}")
@Tag(name = "rewards")
class StockResource {
    private final Stocktaking stocktaking;
    private final KeyedPost once;
    private final CurrentCaller caller;

    StockResource(Stocktaking stocktaking, KeyedPost once, CurrentCaller caller) {
        this.stocktaking = stocktaking;
        this.once = once;
        this.caller = caller;
    }

    /** A change of the stock. */
    @Schema(name = "EnterStock", examples = "{\"quantity\": 100, \"reason\": \"first delivery\"}")
    record EnterStock(
            @Schema(
                    required = true,
                    minimum = "-1000000000",
                    maximum = "1000000000",
                    description = "what comes, or goes if negative; not 0")
            @Nullable
            Long quantity,

            @Schema(required = true, minLength = 1, maxLength = StockEntry.MAX_REASON) @Nullable
            String reason) {
        long checkedQuantity() {
            long given = Check.range(
                    "/quantity",
                    Check.present("/quantity", quantity),
                    -StockEntry.MAX_QUANTITY,
                    StockEntry.MAX_QUANTITY);
            if (given == 0) {
                throw Check.refused("/quantity", "is 0, must change the stock");
            }
            return given;
        }
    }

    @POST
    @Path("/stock-entries")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(
            summary = "Enter a change of a reward's stock",
            description = "Entries are never changed; a wrong one is corrected by another. The stock never falls below"
                    + " zero. A coupon has codes instead.")
    @APIResponse(
            responseCode = "200",
            description = "entered",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = StockEntryView.class)))
    @APIResponse(responseCode = "409", description = "there is not so much to take out, or the stock is codes")
    public Uni<Response> enter(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("reward") @Parameter(example = "tea-cup") String reward,
            EnterStock body,
            @BeanParam IdempotencyKey key,
            UriInfo uri) {
        EnterStock asked = Check.present("", body);
        long quantity = asked.checkedQuantity();
        String reason = Check.text("/reason", asked.reason(), StockEntry.MAX_REASON);
        String who = caller.get().subject();
        return once.once(
                key,
                asked,
                uri,
                connection -> stocktaking
                        .enter(connection, community, reward, quantity, reason, who)
                        .map(entry -> Answer.ok(StockEntryView.of(entry))));
    }

    @GET
    @Path("/stock-entries")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "List the entries of a reward's stock, newest first")
    public Uni<Page<StockEntryView>> entries(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("reward") @Parameter(example = "tea-cup") String reward,
            @BeanParam Paging paging) {
        return stocktaking.entries(community, reward, paging).map(page -> page.map(StockEntryView::of));
    }

    @GET
    @Path("/stock")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "How much of a reward is left")
    public Uni<StockView> stock(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("reward") @Parameter(example = "tea-cup") String reward) {
        return stocktaking.remaining(community, reward).map(remaining -> new StockView(reward, remaining));
    }
}

package dev.hearth.incentive.responsibility;

import dev.hearth.incentive.wallet.Wallets;
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
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Cases of responsibility over HTTP. */
@Path("/communities/{community}/responsibility-cases")
@Tag(name = "responsibility")
class CaseResource {
    private static final int MAX_REASON = 500;

    private final Deciding deciding;
    private final Wallets wallets;
    private final KeyedPost post;
    private final CurrentCaller caller;
    private final Clock clock;

    CaseResource(Deciding deciding, Wallets wallets, KeyedPost post, CurrentCaller caller, Clock clock) {
        this.deciding = deciding;
        this.wallets = wallets;
        this.post = post;
        this.caller = caller;
        this.clock = clock;
    }

    /** Why a decision is taken back. */
    @Schema(name = "ReverseDecision", examples = "{\"reason\": \"the report was lost by us\"}")
    record ReverseDecision(
            @Schema(required = true, minLength = 1, maxLength = 500) @Nullable
            String reason) {}

    @POST
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(summary = "Tell a fault, and decide who answers for it", description = """
                    The rule in force splits the penalty to the unit. If one of the three reported the fault before it \
                    was discovered, those whom the rule names are exempt and their shares are waived. Points are taken \
                    from each through the ledger, what somebody does not have is owed; money is only recorded.""")
    @APIResponse(
            responseCode = "201",
            description = "decided",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CaseView.class)))
    @APIResponse(responseCode = "409", description = "the rule is not in force")
    public Uni<Response> decide(
            @PathParam("community") @Parameter(example = "acme") String community,
            TellFault body,
            @BeanParam IdempotencyKey key,
            UriInfo uri) {
        TellFault told = Check.present("", body);
        ResponsibilityCase.Fault fault = told.fault(community, clock.instant());
        Map<Role, String> members = told.members();
        members.forEach(
                (role, member) -> wallets.requireKnown("/" + role.name().toLowerCase(Locale.ROOT), community, member));
        return post.once(
                key,
                told,
                uri,
                connection -> deciding.decide(
                                connection, fault, members, caller.get().subject())
                        .map(made -> Answer.created(
                                "/communities/" + community + "/responsibility-cases/" + made.id(),
                                CaseView.of(made))));
    }

    @POST
    @Path("/{case}/reversals")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(
            summary = "Take a decision back, on appeal",
            description = "All points that it took are given back through the ledger. Once.")
    @APIResponse(
            responseCode = "201",
            description = "taken back",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CaseView.class)))
    @APIResponse(responseCode = "409", description = "it is taken back already")
    public Uni<Response> reverse(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("case") @Parameter(example = "01950000-0000-7000-8000-000000000000") String id,
            ReverseDecision body,
            @BeanParam IdempotencyKey key,
            UriInfo uri) {
        ReverseDecision wanted = Check.present("", body);
        String why = Check.text("/reason", wanted.reason(), MAX_REASON);
        UUID known = Deciding.uuid(id);
        return post.once(
                key,
                wanted,
                uri,
                connection -> deciding.reverse(
                                connection, community, known, why, caller.get().subject())
                        .map(reversed -> Answer.created(
                                "/communities/" + community + "/responsibility-cases/" + id, CaseView.of(reversed))));
    }

    @GET
    @Path("/{case}")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "Read a decision: the rule's version, the times compared, the shares, what was charged")
    public Uni<CaseView> get(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("case") @Parameter(example = "01950000-0000-7000-8000-000000000000") String id) {
        return deciding.get(community, id).map(CaseView::of);
    }

    @GET
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "List the community's cases of responsibility, oldest first")
    public Uni<Page<CaseView>> list(
            @PathParam("community") @Parameter(example = "acme") String community, @BeanParam Paging paging) {
        return deciding.page(community, paging).map(page -> page.map(CaseView::of));
    }
}

package dev.hearth.incentive.compensation;

import dev.hearth.incentive.task.TaskView;
import dev.hearth.incentive.task.Tasks;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who gets compensations, over HTTP. */
@Path("/communities/{community}/compensations/{compensation}")
@Tag(name = "compensations")
class GrantResource {
    private static final int MOST = 900;

    private final Compensating compensating;
    private final Wallets wallets;
    private final Tasks tasks;
    private final KeyedPost post;
    private final CurrentCaller caller;

    GrantResource(Compensating compensating, Wallets wallets, Tasks tasks, KeyedPost post, CurrentCaller caller) {
        this.compensating = compensating;
        this.wallets = wallets;
        this.tasks = tasks;
        this.post = post;
        this.caller = caller;
    }

    /** Whom to compensate. */
    @Schema(name = "GrantCompensation", examples = "{\"memberId\": \"ada\"}")
    record GrantCompensation(
            @Schema(required = true, examples = "ada") @Nullable
            String memberId) {}

    /** Whom all to compensate. */
    @Schema(name = "GrantCompensations", examples = "{\"members\": [\"ada\"]}")
    record GrantCompensations(
            @Schema(required = true, description = "1 to 900 members") @Nullable
            List<String> members) {
        List<String> checked() {
            List<String> given = Check.present("/members", members);
            if (given.isEmpty() || given.size() > MOST) {
                throw Check.refused("/members", "has " + given.size() + " entries, must have 1 to " + MOST);
            }
            for (int i = 0; i < given.size(); i++) {
                String _ = Check.identifier("/members/" + i, given.get(i));
            }
            return given.stream().distinct().toList();
        }
    }

    @POST
    @Path("/grants")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(summary = "Compensate a member", description = """
                    Each member once for an incident, whatever the compensation. Who is held out gets nothing, and that \
                    is recorded.""")
    @APIResponse(
            responseCode = "201",
            description = "granted, or held out",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GrantView.class)))
    @APIResponse(
            responseCode = "409",
            description = "the member has one for the incident, or the campaign is not open or has too little left")
    public Uni<Response> grant(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("compensation") @Parameter(example = "outage-0302") String compensation,
            GrantCompensation body,
            @BeanParam IdempotencyKey key,
            UriInfo uri) {
        GrantCompensation wanted = Check.present("", body);
        String member = Check.identifier("/memberId", wanted.memberId());
        wallets.requireKnown("/memberId", community, member);
        String at = "/communities/" + community + "/compensations/" + compensation + "/grants/" + member;
        return post.once(
                key,
                wanted,
                uri,
                connection -> compensating
                        .grant(
                                connection,
                                community,
                                compensation,
                                member,
                                caller.get().subject())
                        .map(grant -> Answer.created(at, GrantView.of(grant))));
    }

    @POST
    @Path("/mass-grants")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(
            summary = "Compensate many members",
            description = "A task grants in bounded batches; whoever has one for the incident already is passed over.")
    @APIResponse(
            responseCode = "202",
            description = "taken on",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TaskView.class)))
    @APIResponse(responseCode = "409", description = "too many tasks are under way")
    public Uni<Response> grantAll(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("compensation") @Parameter(example = "outage-0302") String compensation,
            GrantCompensations body,
            @BeanParam IdempotencyKey key,
            UriInfo uri) {
        GrantCompensations wanted = Check.present("", body);
        List<String> members = wanted.checked();
        members.forEach(member -> wallets.requireKnown("/members", community, member));
        return post.once(
                key,
                wanted,
                uri,
                connection -> compensating
                        .get(connection, community, compensation)
                        .chain(() -> tasks.accept(
                                connection,
                                community,
                                BulkGrant.TYPE,
                                new BulkGrant.Request(compensation, members),
                                caller.get().subject())));
    }

    @GET
    @Path("/grants/{member}")
    @Needs(value = Scope.INCENTIVES_READ)
    @Operation(summary = "Read a member's part in a compensation")
    public Uni<GrantView> get(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("compensation") @Parameter(example = "outage-0302") String compensation,
            @PathParam("member") @Parameter(example = "ada") String member) {
        return compensating.grant(community, compensation, member).map(GrantView::of);
    }

    @GET
    @Path("/grants")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "List who was granted a compensation and who was held out, by member")
    public Uni<Page<GrantView>> list(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("compensation") @Parameter(example = "outage-0302") String compensation,
            @BeanParam Paging paging) {
        return compensating.grants(community, compensation, paging).map(page -> page.map(GrantView::of));
    }
}

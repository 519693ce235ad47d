package dev.hearth.incentive.privilege;

import dev.hearth.contract.incentive.PrivilegeKind;
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
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.time.Uuid7;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Privileges over HTTP. */
@Path("/communities/{community}")
@Tag(name = "privileges")
class PrivilegeResource {
    private static final int MAX_NAME = 100;
    private static final int MAX_DAYS = 3_650;
    private static final int MAX_REASON = 200;

    private final Privileging privileging;
    private final KeyedPost once;
    private final CurrentCaller caller;
    private final Uuid7 ids;

    PrivilegeResource(Privileging privileging, KeyedPost once, CurrentCaller caller, Uuid7 ids) {
        this.privileging = privileging;
        this.once = once;
        this.caller = caller;
        this.ids = ids;
    }

    /** A privilege to be granted. */
    @Schema(name = "GrantPrivilege", examples = "{\"kind\": \"TITLE\", \"name\": \"tea master\", \"days\": 30}")
    record GrantPrivilege(
            @Schema(required = true) @Nullable PrivilegeKind kind,

            @Schema(
                    required = true,
                    minLength = 1,
                    maxLength = MAX_NAME,
                    description = "the title, the pinned place, what is accessible, or the group's id")
            @Nullable
            String name,

            @Schema(minimum = "1", maximum = "3650", description = "how long; it does not end by itself if absent")
            @Nullable
            Integer days) {
        Grant grant(Holder holder, String source, String by) {
            PrivilegeKind what = Check.present("/kind", kind);
            String checked =
                    what == PrivilegeKind.GROUP ? Check.identifier("/name", name) : Check.text("/name", name, MAX_NAME);
            if (days != null) {
                var _ = Check.range("/days", days, 1, MAX_DAYS);
            }
            return new Grant(holder, what, checked, days, source, by);
        }
    }

    /** A privilege to be taken back. */
    @Schema(name = "RevokePrivilege", examples = "{\"reason\": \"granted by mistake\"}")
    record RevokePrivilege(
            @Schema(maxLength = MAX_REASON, description = "why") @Nullable
            String reason) {}

    @POST
    @Path("/members/{member}/privileges")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(
            summary = "Grant a member a privilege",
            description = "Where the member has the same kind and name already, this one begins when that ends.")
    @APIResponse(
            responseCode = "201",
            description = "granted",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PrivilegeView.class)))
    public Uni<Response> grant(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("member") @Parameter(example = "ada") String member,
            GrantPrivilege body,
            @BeanParam IdempotencyKey key,
            UriInfo uri) {
        GrantPrivilege asked = Check.present("", body);
        Grant grant = asked.grant(
                new Holder(community, member),
                "operator/" + ids.next(),
                caller.get().subject());
        return once.once(
                key,
                asked,
                uri,
                connection -> privileging
                        .grant(connection, grant)
                        .map(made -> Answer.created(
                                uri.getBaseUri() + "communities/" + community + "/privileges/" + made.id(),
                                PrivilegeView.of(made))));
    }

    @POST
    @Path("/privileges/{privilege}/revocations")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(summary = "Take a privilege back")
    @APIResponse(
            responseCode = "200",
            description = "taken back",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PrivilegeView.class)))
    @APIResponse(responseCode = "409", description = "it has ended")
    public Uni<Response> revoke(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("privilege") @Parameter(example = "019a9c6e-3f00-7000-8000-000000000001") String privilege,
            RevokePrivilege body,
            @BeanParam IdempotencyKey key,
            UriInfo uri) {
        RevokePrivilege asked = Check.present("", body);
        String reason = asked.reason() == null ? null : Check.text("/reason", asked.reason(), MAX_REASON);
        String who = caller.get().subject();
        return once.once(
                key,
                asked,
                uri,
                connection -> privileging
                        .revoke(connection, community, id(privilege), who, reason)
                        .map(PrivilegeView::of)
                        .map(Answer::ok));
    }

    @GET
    @Path("/privileges/{privilege}")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "Read a privilege")
    public Uni<PrivilegeView> get(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("privilege") @Parameter(example = "019a9c6e-3f00-7000-8000-000000000001") String privilege) {
        return privileging.get(community, id(privilege)).map(PrivilegeView::of);
    }

    @GET
    @Path("/members/{member}/privileges")
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(summary = "List a member's privileges, newest first", description = "Those that ended too.")
    public Uni<Page<PrivilegeView>> list(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("member") @Parameter(example = "ada") String member,
            @BeanParam Paging paging) {
        return privileging.page(new Holder(community, member), paging).map(page -> page.map(PrivilegeView::of));
    }

    private static UUID id(String given) {
        try {
            return UUID.fromString(given);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(PrivilegeProblem.UNKNOWN_PRIVILEGE, "the community has no privilege " + given);
        }
    }
}

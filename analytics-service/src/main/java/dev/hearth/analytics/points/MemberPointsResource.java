package dev.hearth.analytics.points;

import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.QueryParameter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A member's points for the page, as incentive-service answers them. */
@Path("/communities/{community}/members/{member}")
@Tag(name = "points")
@APIResponse(responseCode = "502", description = "incentive-service answers with what is not understood here")
@APIResponse(responseCode = "503", description = "incentive-service does not answer: try again")
@APIResponse(responseCode = "504", description = "incentive-service does not answer in time: try again")
class MemberPointsResource {
    private final Incentives incentives;

    MemberPointsResource(Incentives incentives) {
        this.incentives = incentives;
    }

    @GET
    @Path("/balances")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(
            summary = "What a member has, by currency",
            description = "Asked of incentive-service in the caller's name, as it stands in the ledger now.")
    @APIResponse(responseCode = "200", description = "every currency of the community; 0 where there is none yet")
    public Uni<Page<BalanceView>> balances(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("member") @Parameter(example = "ada") String member,
            @BeanParam Paging paging,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        return incentives.balances(authorization, community, member, paging);
    }

    @GET
    @Path("/entries")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(
            summary = "What moved a member's balances, newest first",
            description = "Asked of incentive-service in the caller's name. Each entry names the rule with its version"
                    + " and the event it answered, or who asked for it; more of it: `…/entries/{transaction}/why`.")
    @APIResponse(responseCode = "200", description = "entries")
    public Uni<Page<EntryView>> entries(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("member") @Parameter(example = "ada") String member,
            @QueryParam("currency") @Parameter(description = "of this currency only", example = "points") @Nullable
                    String currency,
            @BeanParam Paging paging,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        return incentives.entries(
                authorization, community, member, QueryParameter.identifier("currency", currency), paging);
    }
}

package dev.hearth.incentive.redpacket;

import dev.hearth.incentive.definition.Defining;
import dev.hearth.incentive.definition.DefinitionKey;
import dev.hearth.platform.identity.CurrentCaller;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What red packets may be, over HTTP. */
@Path("/communities/{community}/red-packet-policies")
@Tag(name = "red-packets")
class RedPacketPolicyResource {
    private final Defining<RedPacketPolicy> defining;
    private final CurrentCaller caller;

    RedPacketPolicyResource(Policymaking policymaking, CurrentCaller caller) {
        this.defining = policymaking.defining();
        this.caller = caller;
    }

    @PUT
    @Path("/{currency}")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(summary = "Allow red packets of a currency, or change what they may be", description = """
                    The same again changes nothing. A change is a new version and needs If-Match. Without a policy in \
                    force nobody sends or claims red packets of the currency. Limits count by the community's local \
                    day.""")
    @APIResponse(
            responseCode = "201",
            description = "made",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RedPacketPolicyView.class)))
    @APIResponse(
            responseCode = "200",
            description = "it exists, as said",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RedPacketPolicyView.class)))
    public Uni<RestResponse<RedPacketPolicyView>> put(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("currency") @Parameter(example = "points") String currency,
            MakeRedPacketPolicy body,
            @BeanParam IfMatch ifMatch,
            UriInfo uri) {
        var wanted = Check.present("", body).wanted();
        return defining.put(
                        new DefinitionKey(community, currency),
                        wanted,
                        ifMatch,
                        caller.get().subject())
                .map(put -> Put.answer(put.map(RedPacketPolicyView::of), uri.getAbsolutePath()));
    }

    @GET
    @Path("/{currency}")
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(summary = "Read what red packets of a currency may be")
    public Uni<RestResponse<RedPacketPolicyView>> get(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("currency") @Parameter(example = "points") String currency) {
        return defining.get(new DefinitionKey(community, currency))
                .map(found -> Put.answer(RedPacketPolicyView.of(found)));
    }

    @GET
    @Path("/{currency}/versions")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "List all versions of a red packet policy, newest first")
    public Uni<Page<RedPacketPolicyView>> versions(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("currency") @Parameter(example = "points") String currency,
            @BeanParam Paging paging) {
        return defining.versions(new DefinitionKey(community, currency), paging)
                .map(page -> page.map(RedPacketPolicyView::of));
    }
}

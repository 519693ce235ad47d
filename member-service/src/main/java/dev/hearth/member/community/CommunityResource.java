package dev.hearth.member.community;

import dev.hearth.contract.member.JoinMode;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Communities over HTTP. */
@Path("/communities")
@Tag(name = "communities")
class CommunityResource {
    private final Establishment establishment;
    private final CurrentCaller caller;

    CommunityResource(Establishment establishment, CurrentCaller caller) {
        this.establishment = establishment;
        this.caller = caller;
    }

    /**
     * The whole charter: what is left out has its default.
     *
     * @param purpose none, if left out
     * @param joinMode open, if left out
     */
    @Schema(name = "EstablishCommunity", examples = """
                    {"name": "Acme runners", "purpose": "People who run together", "zone": "Europe/Berlin", "joinMode": "OPEN"}""")
    record EstablishCommunity(
            @Schema(required = true, minLength = 1, maxLength = Charter.MAX_NAME, examples = "Acme runners") @Nullable
            String name,

            @Schema(maxLength = Charter.MAX_PURPOSE, examples = "People who run together") @Nullable
            String purpose,

            @Schema(required = true, description = "IANA time zone", examples = "Europe/Berlin") @Nullable
            String zone,

            @Schema(defaultValue = "OPEN", examples = "OPEN") @Nullable
            JoinMode joinMode) {
        Charter charter() {
            return new Charter(
                    Check.text("/name", name, Charter.MAX_NAME),
                    purpose == null ? "" : purpose,
                    Check.zone("/zone", zone),
                    joinMode == null ? JoinMode.OPEN : joinMode);
        }
    }

    @PUT
    @Path("/{community}")
    @Needs(Scope.COMMUNITIES_WRITE)
    @Operation(
            summary = "Establish a community, or change its charter",
            description = "The same charter again changes nothing. A change of an existing community needs If-Match.")
    @APIResponse(
            responseCode = "201",
            description = "established",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CommunityView.class)))
    @APIResponse(responseCode = "200", description = "it exists, with this charter")
    public Uni<RestResponse<CommunityView>> put(
            @PathParam("community") CommunityId community,
            EstablishCommunity body,
            @BeanParam IfMatch ifMatch,
            UriInfo uri) {
        return establishment
                .establish(community, Check.present("", body).charter(), ifMatch)
                .map(put -> Put.answer(put.map(CommunityView::of), uri.getAbsolutePath()));
    }

    @GET
    @Path("/{community}")
    @Needs(value = Scope.COMMUNITIES_READ, member = true)
    @Operation(summary = "Read a community")
    public Uni<RestResponse<CommunityView>> get(@PathParam("community") CommunityId community) {
        return establishment.get(community).map(found -> Put.answer(CommunityView.of(found)));
    }

    @GET
    @Needs(value = Scope.COMMUNITIES_READ, member = true)
    @Operation(summary = "List communities", description = "Those that the token names, by id.")
    public Uni<Page<CommunityView>> list(@BeanParam Paging paging) {
        return establishment.page(caller.get(), paging).map(page -> page.map(CommunityView::of));
    }
}

package dev.hearth.incentive.badge;

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

/** Badges over HTTP. */
@Path("/communities/{community}/badges")
@Tag(name = "badges")
class BadgeResource {
    private final Honours honours;
    private final CurrentCaller caller;

    BadgeResource(Honours honours, CurrentCaller caller) {
        this.honours = honours;
        this.caller = caller;
    }

    @PUT
    @Path("/{badge}")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(
            summary = "Make a badge, or change it",
            description = "The same again changes nothing. A change is a new version and needs If-Match. Who has the"
                    + " badge keeps it, also when it is retired.")
    @APIResponse(
            responseCode = "201",
            description = "made",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BadgeView.class)))
    @APIResponse(
            responseCode = "200",
            description = "it exists, as said",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BadgeView.class)))
    @APIResponse(responseCode = "409", description = "it is retired, or there are too many")
    public Uni<RestResponse<BadgeView>> put(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("badge") @Parameter(example = "friends") String badge,
            MakeBadge body,
            @BeanParam IfMatch ifMatch,
            UriInfo uri) {
        return honours.define(
                        new DefinitionKey(community, badge),
                        Check.present("", body).wanted(),
                        ifMatch,
                        caller.get().subject())
                .map(put -> Put.answer(put.map(BadgeView::of), uri.getAbsolutePath()));
    }

    @GET
    @Path("/{badge}")
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(summary = "Read a badge: its last version, draft or not")
    public Uni<RestResponse<BadgeView>> get(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("badge") @Parameter(example = "friends") String badge) {
        return honours.get(new DefinitionKey(community, badge)).map(found -> Put.answer(BadgeView.of(found)));
    }

    @GET
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(summary = "List the community's badges, by id")
    public Uni<Page<BadgeView>> list(
            @PathParam("community") @Parameter(example = "acme") String community, @BeanParam Paging paging) {
        return honours.page(community, paging).map(page -> page.map(BadgeView::of));
    }

    @GET
    @Path("/{badge}/awards")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "List who has a badge, by member")
    public Uni<Page<AwardView>> awards(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("badge") @Parameter(example = "friends") String badge,
            @BeanParam Paging paging) {
        return honours.ofBadge(new DefinitionKey(community, badge), paging).map(page -> page.map(AwardView::of));
    }
}

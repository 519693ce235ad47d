package dev.hearth.engagement.kind;

import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The kinds of events of a community. */
@Path("/communities/{community}/event-kinds")
@Tag(name = "event kinds")
class KindResource {
    private final KindDeclaration declaration;
    private final KindFollower follower;

    KindResource(KindDeclaration declaration, KindFollower follower) {
        this.declaration = declaration;
        this.follower = follower;
    }

    @PUT
    @Path("/{kind}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.KINDS_WRITE)
    @Operation(
            summary = "Declare a kind of event, or change it",
            description = "The same again changes nothing. A change of a declared kind needs If-Match, and holds for"
                    + " events from now on. In force here with the answer, at other replicas within a second or so.")
    @APIResponse(
            responseCode = "201",
            description = "declared",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = KindView.class)))
    @APIResponse(responseCode = "200", description = "it is declared, as said")
    @APIResponse(responseCode = "409", description = "it is a standard kind")
    public Uni<RestResponse<KindView>> declare(
            @RestPath @Parameter(example = "acme") String community,
            @RestPath @Parameter(example = "recipe.shared") String kind,
            DeclareKind declared,
            @BeanParam IfMatch ifMatch,
            @Context UriInfo uri) {
        return declaration
                .declare(new KindKey(community, kind), declared, ifMatch)
                .call(put -> follower.refresh().onFailure().recoverWithNull())
                .map(put -> Put.answer(put, uri.getAbsolutePath()));
    }

    @GET
    @Path("/{kind}")
    @Needs(Scope.KINDS_READ)
    @Operation(summary = "Read a kind, standard or declared")
    public Uni<RestResponse<KindView>> get(
            @RestPath @Parameter(example = "acme") String community,
            @RestPath @Parameter(example = "recipe.shared") String kind) {
        return declaration.get(new KindKey(community, kind)).map(Put::answer);
    }

    @GET
    @Needs(Scope.KINDS_READ)
    @Operation(summary = "List the kinds that the community's events may have, by name")
    public Uni<Page<KindView>> list(@RestPath @Parameter(example = "acme") String community, @BeanParam Paging paging) {
        int limit = paging.limit();
        return declaration.page(community, paging.after(), limit + 1).map(rows -> Page.of(rows, limit, KindView::kind));
    }
}

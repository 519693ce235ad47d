package dev.hearth.incentive.draw;

import dev.hearth.incentive.draw.proof.DrawId;
import dev.hearth.incentive.draw.proof.DrawProof;
import dev.hearth.platform.identity.Caller;
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

/** Draws over HTTP: their terms, and what proves them. */
@Path("/communities/{community}/draws")
@Tag(name = "draws")
class DrawResource {
    private final Preparation preparation;
    private final Participation participation;
    private final CurrentCaller caller;

    DrawResource(Preparation preparation, Participation participation, CurrentCaller caller) {
        this.preparation = preparation;
        this.participation = participation;
        this.caller = caller;
    }

    @PUT
    @Path("/{draw}")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(summary = "Write the terms of a draw", description = """
                    A draft may lack anything; it opens only when it is complete, and from then on its terms never \
                    change. The same again changes nothing, a change needs If-Match.""")
    @APIResponse(
            responseCode = "201",
            description = "drafted",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DrawView.class)))
    @APIResponse(
            responseCode = "200",
            description = "it exists, as said",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DrawView.class)))
    public Uni<RestResponse<DrawView>> put(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("draw") @Parameter(example = "spring") String draw,
            DrawTerms body,
            @BeanParam IfMatch ifMatch,
            UriInfo uri) {
        DrawTerms terms = Check.present("", body);
        return preparation
                .write(new DrawId(community, draw), terms, ifMatch, caller.get().subject())
                .map(put -> Put.answer(put.map(DrawView::of), uri.getAbsolutePath()));
    }

    @GET
    @Path("/{draw}")
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(summary = "Read a draw", description = "Members see it once it is published.")
    public Uni<RestResponse<DrawView>> get(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("draw") @Parameter(example = "spring") String draw) {
        DrawId id = new DrawId(community, draw);
        Caller who = caller.get();
        return participation
                .find(id)
                .invoke(found -> {
                    if (who.member() != null && found.status() == DrawStatus.DRAFT) {
                        throw Preparation.unknown(id);
                    }
                })
                .map(found -> Put.answer(DrawView.of(found)));
    }

    @GET
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "List the community's draws, by id")
    public Uni<Page<DrawView>> list(
            @PathParam("community") @Parameter(example = "acme") String community, @BeanParam Paging paging) {
        return participation.page(community, paging).map(page -> page.map(DrawView::of));
    }

    @GET
    @Path("/{draw}/proof")
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(summary = "Read all that anybody needs to draw the winners again", description = """
                    Save it and run deploy/tools/verify_draw.py, or any other program that does what is written there: \
                    commitment, terms, lists of entries, seed and winners must fit together. Entrants are hashes that \
                    their members can show to be theirs, and nobody else. The field trust says what the proof does \
                    not show.""")
    public Uni<DrawProof> proof(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("draw") @Parameter(example = "open-draw") String draw) {
        return participation.proof(new DrawId(community, draw));
    }

    @GET
    @Path("/{draw}/wins")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "List who won what, in the order in which it was drawn")
    public Uni<Page<WinView>> wins(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("draw") @Parameter(example = "open-draw") String draw,
            @BeanParam Paging paging) {
        return participation.wins(new DrawId(community, draw), paging).map(page -> page.map(WinView::of));
    }
}

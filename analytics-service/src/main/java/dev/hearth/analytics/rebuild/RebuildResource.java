package dev.hearth.analytics.rebuild;

import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Rebuilds over HTTP. */
@Path("/rebuilds")
@Tag(name = "operations")
class RebuildResource {
    private static final String STAND_IN = "01956f2c-7a40-7c3e-9b1a-3f2c5d6e7f80";

    private final Rebuilding rebuilding;

    RebuildResource(Rebuilding rebuilding) {
        this.rebuilding = rebuilding;
    }

    @POST
    @Needs(Scope.OPERATIONS_WRITE)
    @Operation(
            summary = "Rebuild the figures from the topics, or compare them with the topics",
            description = "All topics are read again from their beginnings while the figures of before are served. Both"
                    + " are compared at the same offsets by a fingerprint of every act; a difference is told on"
                    + " hearth.signal. Then what was rebuilt takes the place of what was served, in one step. One at a"
                    + " time: while one is under way, that one is answered.")
    @APIResponse(
            responseCode = "202",
            description = "begun, or under way already",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RebuildView.class)))
    public Uni<Response> start(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = StartRebuild.class),
                                            examples = @ExampleObject(name = "verify", value = "{\"switch\": false}")))
                    @Nullable
                    StartRebuild body) {
        return rebuilding.start(body == null || body.isSwitching()).map(RebuildResource::accepted);
    }

    @GET
    @Needs(Scope.OPERATIONS_READ)
    @Operation(summary = "List the rebuilds, newest first")
    public Uni<Page<RebuildView>> list(@BeanParam Paging paging) {
        int limit = paging.limit();
        return rebuilding
                .page(paging.before(), limit + 1)
                .map(rows -> Page.of(rows, limit, row -> row.id().toString()).map(RebuildView::of));
    }

    @GET
    @Path("/{rebuild}")
    @Needs(Scope.OPERATIONS_READ)
    @Operation(summary = "Tell how far a rebuild is")
    public Uni<RebuildView> get(@PathParam("rebuild") @Parameter(example = STAND_IN) String rebuild) {
        return rebuilding.get(id(rebuild)).map(RebuildView::of);
    }

    @POST
    @Path("/{rebuild}/cancellations")
    @Needs(Scope.OPERATIONS_WRITE)
    @Operation(
            summary = "Cancel a rebuild",
            description = "It stops within about a second, and what was served before is served on. One that has ended"
                    + " stays as it is.")
    @APIResponse(
            responseCode = "202",
            description = "asked for",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RebuildView.class)))
    public Uni<Response> cancel(@PathParam("rebuild") @Parameter(example = STAND_IN) String rebuild) {
        return rebuilding.cancel(id(rebuild)).map(RebuildResource::accepted);
    }

    private static UUID id(String given) {
        try {
            return UUID.fromString(given);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(RebuildProblem.UNKNOWN_REBUILD, "rebuild " + given + " is not known");
        }
    }

    private static Response accepted(Rebuild rebuild) {
        return Response.accepted(RebuildView.of(rebuild))
                .location(URI.create("/rebuilds/" + rebuild.id()))
                .build();
    }
}

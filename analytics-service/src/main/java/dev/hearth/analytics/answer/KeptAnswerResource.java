package dev.hearth.analytics.answer;

import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Kept answers over HTTP. */
@Path("/communities/{community}/windows/{window}/answers")
@Tag(name = "figures")
class KeptAnswerResource {
    private final Keeping keeping;

    KeptAnswerResource(Keeping keeping) {
        this.keeping = keeping;
    }

    @GET
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "List the answers that are kept for a named window",
            description = "Each version of each question that was asked for it once it was over; the answer itself is"
                    + " had by asking the question with `asOfVersion`.")
    @APIResponse(responseCode = "200", description = "a page of them, by question and version")
    public Uni<Page<EditionView>> list(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(example = "spring-festival") @PathParam("window") String window,
            @BeanParam Paging paging) {
        return keeping.page(community, window, paging).map(page -> page.map(EditionView::of));
    }
}

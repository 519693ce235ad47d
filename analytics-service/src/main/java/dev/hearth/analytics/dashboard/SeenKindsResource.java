package dev.hearth.analytics.dashboard;

import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.Place;
import dev.hearth.analytics.projection.Freshness;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which kinds figures can be asked for, so that a page offers what is there. */
@Path("/communities/{community}/seen-kinds")
@Tag(name = "dashboard")
class SeenKindsResource {
    private final Freshness freshness;

    SeenKindsResource(Freshness freshness) {
        this.freshness = freshness;
    }

    @GET
    @Needs(Scope.ANALYTICS_READ)
    @Operation(summary = "List the kinds of which something is known", description = "By name.")
    @APIResponse(responseCode = "200", description = "what members did, and facts about them")
    public Page<SeenKindView> list(
            @Parameter(example = "acme") @PathParam("community") String community, @BeanParam Paging paging) {
        Map<String, SeenKindView> seen = new TreeMap<>();
        freshness.require().activity().ask(community, SeenKindsResource::kinds).stream()
                .flatMap(List::stream)
                .filter(each -> each.kind().compareTo(paging.after()) > 0)
                .forEach(each -> seen.put(each.kind(), each));
        int limit = paging.limit();
        return Page.of(seen.values().stream().limit(limit + 1L).toList(), limit, SeenKindView::kind);
    }

    private static List<SeenKindView> kinds(CommunityActivity activity) {
        TreeMap<String, SeenKindView> kinds = new TreeMap<>();
        for (int number = 0; number < activity.places(); number++) {
            Place place = activity.place(number);
            kinds.put(place.kind(), new SeenKindView(place.kind(), place.activity()));
        }
        return List.copyOf(kinds.values());
    }
}

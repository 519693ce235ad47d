package dev.hearth.analytics.dashboard;

import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.state.Communities;
import dev.hearth.platform.state.Group;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What groups are called, so that a page shows names and not ids. */
@Path("/communities/{community}/groups")
@Tag(name = "dashboard")
class GroupNamesResource {
    private final Communities communities;

    GroupNamesResource(@Readiness Communities communities) {
        this.communities = communities;
    }

    @GET
    @Needs(Scope.ANALYTICS_READ)
    @Operation(summary = "List the groups that figures can be asked for", description = "By id.")
    @APIResponse(responseCode = "200", description = "groups and their names")
    public Page<GroupNameView> list(
            @Parameter(example = "acme") @PathParam("community") String community, @BeanParam Paging paging) {
        String after = paging.after();
        int limit = paging.limit();
        List<Group> groups = communities.groups().getOrDefault(community, List.of()).stream()
                .filter(group -> group.id().compareTo(after) > 0)
                .sorted(Comparator.comparing(Group::id))
                .limit(limit + 1L)
                .toList();
        return Page.of(groups, limit, Group::id).map(GroupNameView::of);
    }
}

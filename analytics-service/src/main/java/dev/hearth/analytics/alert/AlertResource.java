package dev.hearth.analytics.alert;

import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.QueryParameter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What needs somebody, newest first. */
@Path("/communities/{community}/alerts")
@Tag(name = "dashboard")
class AlertResource {
    private static final int MAX_KINDS = 20;

    private final Alerts alerts;

    AlertResource(Alerts alerts) {
        this.alerts = alerts;
    }

    @GET
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "List what was told on hearth.signal lately",
            description =
                    "Groups that fell silent or are flooded, members at risk, goals that fell behind: newest first,"
                            + " of the last 30 days, and of each kind the last 200. A `Pulse` of `live` says when there is"
                            + " another one.")
    @APIResponse(responseCode = "200", description = "a page of alerts")
    public Page<AlertView> list(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(
                            description =
                                    "only this kind; several (`kind=a&kind=b`, up to 20) for any of them. Default: all",
                            example = "signal.group-cold")
                    @QueryParam("kind")
                    List<String> kinds,
            @BeanParam Paging paging) {
        Set<String> wanted = wanted(kinds);
        String after = paging.after();
        int limit = paging.limit();
        List<Alert> newest = alerts.newestFirst(community, wanted)
                .filter(alert -> after.isEmpty() || alert.cursor().compareTo(after) < 0)
                .limit(limit + 1L)
                .toList();
        return Page.of(newest, limit, Alert::cursor).map(AlertView::of);
    }

    private static Set<String> wanted(List<String> kinds) {
        if (kinds.size() > MAX_KINDS) {
            throw QueryParameter.refused("kind", "is given " + kinds.size() + " times, may be " + MAX_KINDS + " times");
        }
        kinds.forEach(kind -> {
            var _ = QueryParameter.identifier("kind", kind);
        });
        return Set.copyOf(kinds);
    }
}

package dev.hearth.analytics.cohort;

import dev.hearth.analytics.drill.Drill;
import dev.hearth.analytics.drill.ListedWindow;
import dev.hearth.analytics.drill.MembersView;
import dev.hearth.analytics.drill.WindowName;
import dev.hearth.analytics.figure.Asked;
import dev.hearth.analytics.figure.CalendarPeriod;
import dev.hearth.analytics.figure.FigureQuery;
import dev.hearth.analytics.figure.FiguresView;
import dev.hearth.analytics.figure.Inquiry;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.QueryParameter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lifecycle over HTTP. */
@Path("/communities/{community}/lifecycle")
@Tag(name = "cohorts")
class LifecycleResource {

    private final Inquiry inquiry;
    private final Drill drill;

    LifecycleResource(Inquiry inquiry, Drill drill) {
        this.inquiry = inquiry;
        this.drill = drill;
    }

    @GET
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "Tell how many members are new, returning, resurrected and dormant",
            description = "For every period from `from` to `to`, by the acts of the group, kinds and members asked for:"
                    + " a member is new when it first did one of these. At most 1,000 periods.")
    @APIResponse(responseCode = "200", description = "a figure for every period")
    public FiguresView<LifecycleView> count(
            @Parameter(example = "acme") @PathParam("community") String community,
            @BeanParam CalendarPeriod period,
            @BeanParam FigureQuery query) {
        Asked asked = inquiry.ask(community, period.asked(), query);
        return FiguresView.of(
                asked,
                asked
                        .figures(span ->
                                Lifecycle.figures(asked.fresh().activity(), asked.selection(), asked.period(), span))
                        .stream()
                        .map(figure -> LifecycleView.of(figure, asked.data()))
                        .toList());
    }

    @GET
    @Path("/members")
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "List the members who stand somewhere in their lifecycle",
            description = "The members behind a figure of lifecycle: `window` is its `period`.")
    @APIResponse(responseCode = "200", description = "a page of the members")
    public MembersView list(
            @Parameter(example = "acme") @PathParam("community") String community,
            @BeanParam ListedWindow window,
            @Parameter(
                            description = "NEW, RETURNING or RESURRECTED are the active ones; NEWLY_DORMANT are some of"
                                    + " the DORMANT; KNOWN are all that acted in the period or earlier",
                            schema = @Schema(implementation = LifecycleState.class, defaultValue = "ACTIVE"),
                            example = "NEW")
                    @QueryParam("state")
                    @Nullable
                    String state,
            @BeanParam FigureQuery query,
            @BeanParam Paging paging) {
        LifecycleState stand = Objects.requireNonNullElse(
                QueryParameter.oneOf("state", state, LifecycleState.class), LifecycleState.ACTIVE);
        WindowName named = window.name();
        Asked asked = window.ask(inquiry, community, query);
        return drill.page(
                asked,
                paging,
                activity -> Lifecycle.members(activity, asked.selection(), named.period(), named.window(), stand));
    }
}

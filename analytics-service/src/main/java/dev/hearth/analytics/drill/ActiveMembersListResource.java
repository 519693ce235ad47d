package dev.hearth.analytics.drill;

import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.figure.Asked;
import dev.hearth.analytics.figure.FigureQuery;
import dev.hearth.analytics.figure.Inquiry;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Paging;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who was active. */
@Path("/communities/{community}/active-members/members")
@Tag(name = "figures")
class ActiveMembersListResource {
    private final Inquiry inquiry;
    private final Drill drill;

    ActiveMembersListResource(Inquiry inquiry, Drill drill) {
        this.inquiry = inquiry;
        this.drill = drill;
    }

    @GET
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "List the members who were active",
            description =
                    "The members behind a figure of active-members: those who acted on at least one of the days"
                            + " `from` to `to`, which must both be given (`start` and `end` of the figure), at most 1,000 days.")
    @APIResponse(responseCode = "200", description = "a page of the members")
    public MembersView list(
            @Parameter(example = "acme") @PathParam("community") String community,
            @BeanParam FigureQuery query,
            @BeanParam Paging paging) {
        Asked asked = WindowQuery.ask(inquiry, community, query);
        DaySpan days = asked.span().orElseThrow();
        return drill.page(asked, paging, activity -> activity.members(asked.selection(), days));
    }
}

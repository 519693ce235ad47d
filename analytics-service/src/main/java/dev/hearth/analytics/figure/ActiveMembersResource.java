package dev.hearth.analytics.figure;

import dev.hearth.analytics.activity.Period;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Active members over HTTP. */
@Path("/communities/{community}/active-members")
@Tag(name = "figures")
class ActiveMembersResource {
    private final Inquiry inquiry;

    ActiveMembersResource(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    @GET
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "Count the members who were active",
            description = "Distinct members that acted, in every period from `from` to `to`; periods without acts"
                    + " included. At most 1,000 periods.")
    @APIResponse(responseCode = "200", description = "a figure for every period")
    public FiguresView<ActiveMembersView> count(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(
                            description = "over which days a member is counted once",
                            schema = @Schema(implementation = Period.class, defaultValue = "DAY"),
                            example = "ISO_WEEK")
                    @QueryParam("period")
                    @Nullable
                    String period,
            @BeanParam FigureQuery query) {
        Asked asked = inquiry.ask(community, Periods.of(period, Arrays.asList(Period.values())), query);
        return FiguresView.of(
                asked,
                asked
                        .figures(
                                span -> asked.fresh().activity().activeMembers(asked.selection(), asked.period(), span))
                        .stream()
                        .map(ActiveMembersView::of)
                        .toList());
    }
}

package dev.hearth.analytics.funnel;

import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.figure.Asked;
import dev.hearth.analytics.figure.FigureQuery;
import dev.hearth.analytics.figure.FiguresView;
import dev.hearth.analytics.figure.Inquiry;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Funnels over HTTP. */
@Path("/communities/{community}/funnel")
@Tag(name = "figures")
class FunnelResource {
    private final Inquiry inquiry;

    FunnelResource(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    @GET
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "Count the members who went through steps one after the other",
            description = "Whoever did anything of the first step entered with its first such act (on a day from `from`"
                    + " to `to`, if named); each further step is reached with the earliest act of its kinds at or after the"
                    + " time of the one before, within `windowDays` of entering. Any kinds of acts and of facts about"
                    + " members (`member.joined`, `incentive.redeemed:points`) are steps; `kind` is not asked. A member"
                    + " counts once.")
    @APIResponse(responseCode = "200", description = "the steps, in order")
    public FiguresView<FunnelStepView> count(
            @Parameter(example = "acme") @PathParam("community") String community,
            @BeanParam FunnelQuery steps,
            @BeanParam FigureQuery query) {
        Funnel funnel = steps.funnel();
        Asked asked = inquiry.ask(community, Period.DAY, query);
        @Nullable
        DaySpan entries =
                query.from == null && query.to == null ? null : asked.span().orElse(null);
        FunnelFigure figure = FunnelFigure.of(
                funnel.steps().size(),
                asked.fresh()
                        .activity()
                        .ask(community, activity -> Passage.of(activity, funnel, asked.selection(), entries)));
        return FiguresView.of(asked, FunnelStepView.of(funnel, figure));
    }
}

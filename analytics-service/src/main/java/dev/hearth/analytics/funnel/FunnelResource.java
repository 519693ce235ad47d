package dev.hearth.analytics.funnel;

import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.drill.Drill;
import dev.hearth.analytics.drill.MembersView;
import dev.hearth.analytics.figure.Asked;
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

/** Funnels over HTTP. */
@Path("/communities/{community}/funnel")
@Tag(name = "figures")
class FunnelResource {
    private final Inquiry inquiry;
    private final Drill drill;

    FunnelResource(Inquiry inquiry, Drill drill) {
        this.inquiry = inquiry;
        this.drill = drill;
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
        DaySpan entries = entries(asked, query);
        FunnelFigure figure = FunnelFigure.of(
                funnel.steps().size(),
                asked.fresh()
                        .activity()
                        .ask(community, activity -> Passage.of(activity, funnel, asked.selection(), entries)));
        return FiguresView.of(asked, FunnelStepView.of(funnel, figure));
    }

    @GET
    @Path("/members")
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "List the members who came to a step of a funnel, or who were lost behind it",
            description = "The members behind a figure of funnel, which must be asked for with the same parameters.")
    @APIResponse(responseCode = "200", description = "a page of the members")
    public MembersView list(
            @Parameter(example = "acme") @PathParam("community") String community,
            @BeanParam FunnelQuery steps,
            @Parameter(
                            description = "the number of the step: 1 for the first",
                            required = true,
                            schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "10"),
                            example = "1")
                    @QueryParam("atStep")
                    @Nullable
                    String atStep,
            @Parameter(
                            description =
                                    "REACHED: who took the step; LOST: who took it and not the next one, which there"
                                            + " must be",
                            schema = @Schema(implementation = Outcome.class, defaultValue = "REACHED"),
                            example = "LOST")
                    @QueryParam("outcome")
                    @Nullable
                    String outcome,
            @BeanParam FigureQuery query,
            @BeanParam Paging paging) {
        Funnel funnel = steps.funnel();
        Outcome came =
                Objects.requireNonNullElse(QueryParameter.oneOf("outcome", outcome, Outcome.class), Outcome.REACHED);
        int last = came == Outcome.LOST
                ? funnel.steps().size() - 1
                : funnel.steps().size();
        Integer step = QueryParameter.integer("atStep", atStep);
        if (step == null || step < 1 || step > last) {
            throw QueryParameter.refused(
                    "atStep", (step == null ? "is missing" : "is " + step) + ", must be 1 to " + last);
        }
        Asked asked = inquiry.ask(community, Period.DAY, query);
        DaySpan entries = entries(asked, query);
        return drill.page(
                asked,
                paging,
                activity ->
                        Passage.of(activity, funnel, asked.selection(), entries).members(step - 1, came));
    }

    /** The days on which one may enter; null for any. */
    private static @Nullable DaySpan entries(Asked asked, FigureQuery query) {
        return query.from == null && query.to == null ? null : asked.span().orElse(null);
    }
}

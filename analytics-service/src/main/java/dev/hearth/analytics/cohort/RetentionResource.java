package dev.hearth.analytics.cohort;

import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.drill.Drill;
import dev.hearth.analytics.drill.MembersView;
import dev.hearth.analytics.drill.WindowName;
import dev.hearth.analytics.drill.WindowQuery;
import dev.hearth.analytics.figure.Asked;
import dev.hearth.analytics.figure.CalendarPeriod;
import dev.hearth.analytics.figure.FigureQuery;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Retention over HTTP. */
@Path("/communities/{community}/retention")
@Tag(name = "cohorts")
class RetentionResource {

    private final Inquiry inquiry;
    private final Drill drill;

    RetentionResource(Inquiry inquiry, Drill drill) {
        this.inquiry = inquiry;
        this.drill = drill;
    }

    @GET
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "Tell how many of the members who came in a period act in the periods after it",
            description = "A cohort for every period from `from` to `to`, by default for all from the first one on in"
                    + " which anybody came. At most 1,000 cohorts. Empty cohorts are shown, and do not count in the"
                    + " means.")
    @APIResponse(responseCode = "200", description = "the cohorts and their means")
    public RetentionView measure(
            @Parameter(example = "acme") @PathParam("community") String community,
            @BeanParam CalendarPeriod period,
            @Parameter(
                            description = "how many periods after the cohort's own",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "60",
                                            defaultValue = "12"),
                            example = "12")
                    @QueryParam("periods")
                    @Nullable
                    String periods,
            @BeanParam RetentionQuery retention,
            @BeanParam FigureQuery query) {
        int count = RetentionQuery.periods("periods", periods);
        Asked asked = inquiry.ask(community, period.asked(), query);
        RetentionQuestion question = retention.question(asked.selection(), asked.period(), count);
        Optional<DaySpan> span = CohortRange.of(asked, question, query);
        LocalDate lastDay = asked.data().map(DaySpan::last).orElse(null);
        List<RetentionFigure> figures = span.map(
                        days -> Retention.figures(asked.fresh().activity(), question, days, lastDay))
                .orElseGet(List::of);
        return RetentionView.of(asked, span.orElse(null), retention, count, figures);
    }

    @GET
    @Path("/members")
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "List the members of a cohort, or those who are left of it",
            description = "The members behind a figure of retention: `cohort` is its `period`; without `k` all of the"
                    + " cohort, else those retained after k periods.")
    @APIResponse(responseCode = "200", description = "a page of the members")
    public MembersView list(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(
                            description = "the day, ISO week or month in which the members came",
                            required = true,
                            schema = @Schema(implementation = String.class),
                            example = "2026-W11")
                    @QueryParam("cohort")
                    @Nullable
                    String cohort,
            @Parameter(
                            description = "those retained after so many periods; all of the cohort if it is left out",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "60"),
                            example = "0")
                    @QueryParam("k")
                    @Nullable
                    String k,
            @BeanParam RetentionQuery retention,
            @BeanParam FigureQuery query,
            @BeanParam Paging paging) {
        Integer after = after(k);
        WindowName named = WindowName.of("cohort", cohort);
        Asked asked = WindowQuery.ask(inquiry, community, "cohort", named, query);
        RetentionQuestion question =
                retention.question(asked.selection(), named.period(), Objects.requireNonNullElse(after, 0));
        return drill.page(
                asked,
                paging,
                activity -> after == null
                        ? Retention.cohort(activity, question, named.window())
                        : Retention.retained(activity, question, named.window(), after));
    }

    private static @Nullable Integer after(@Nullable String k) {
        Integer after = QueryParameter.integer("k", k);
        if (after != null && (after < 0 || after > RetentionQuery.MAX_PERIODS)) {
            throw QueryParameter.refused("k", "is " + after + ", must be 0 to " + RetentionQuery.MAX_PERIODS);
        }
        return after;
    }
}

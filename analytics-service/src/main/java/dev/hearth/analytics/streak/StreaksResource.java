package dev.hearth.analytics.streak;

import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.drill.Drill;
import dev.hearth.analytics.drill.MembersView;
import dev.hearth.analytics.figure.Asked;
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
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Streaks over HTTP. */
@Path("/communities/{community}/streaks")
@Tag(name = "streaks")
class StreaksResource {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 200;

    private final Inquiry inquiry;
    private final Drill drill;

    StreaksResource(Inquiry inquiry, Drill drill) {
        this.inquiry = inquiry;
        this.drill = drill;
    }

    @GET
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "Tell the longest runs of days on which members acted",
            description = "Days in a row with at least one act of those asked for, from `from` to `to`, by default in"
                    + " all days with data. A day is the local day that was decided when the act was recorded.")
    @APIResponse(responseCode = "200", description = "the longest runs, and how many members have one of which length")
    public StreaksView measure(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(
                            description = "how many of the longest, 1 to 200",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "200",
                                            defaultValue = "20"))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @BeanParam FigureQuery query) {
        int top = Objects.requireNonNullElse(QueryParameter.integer("limit", limit), DEFAULT_LIMIT);
        if (top < 1 || top > MAX_LIMIT) {
            throw QueryParameter.refused("limit", "is " + top + ", must be 1 to " + MAX_LIMIT);
        }
        Asked asked = ask(community, query);
        return StreaksView.of(
                asked,
                asked.span()
                        .map(span -> Streaks.figures(asked.fresh().activity(), asked.selection(), span, top))
                        .orElseGet(() -> new Streaks(List.of(), new TreeMap<>())));
    }

    @GET
    @Path("/members")
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "List the members whose longest run is of one length",
            description = "The members behind a bar of the histogram.")
    @APIResponse(responseCode = "200", description = "a page of the members")
    public MembersView list(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(
                            description = "days in a row",
                            required = true,
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"),
                            example = "1")
                    @QueryParam("days")
                    @Nullable
                    String days,
            @BeanParam FigureQuery query,
            @BeanParam Paging paging) {
        Integer length = QueryParameter.integer("days", days);
        if (length == null || length < 1) {
            throw QueryParameter.refused("days", "must be the length of a run, 1 or more");
        }
        Asked asked = ask(community, query);
        return drill.page(
                asked,
                paging,
                // Days that were not named are all with data: those of the first page's state, whatever came since.
                activity -> asked.span()
                        .map((DaySpan span) -> Streaks.members(activity, asked.selection(), span, length))
                        .orElseGet(RoaringBitmap::new));
    }

    /** By months, since a thousand days are few for a streak. */
    private Asked ask(String community, FigureQuery query) {
        return inquiry.ask(community, Period.MONTH, query);
    }
}

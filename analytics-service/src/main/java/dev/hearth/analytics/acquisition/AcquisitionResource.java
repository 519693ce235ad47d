package dev.hearth.analytics.acquisition;

import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.drill.Drill;
import dev.hearth.analytics.drill.MembersView;
import dev.hearth.analytics.drill.WindowQuery;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Acquisition by channel over HTTP. */
@Path("/communities/{community}/acquisition")
@Tag(name = "figures")
class AcquisitionResource {
    private final Inquiry inquiry;
    private final Drill drill;

    AcquisitionResource(Inquiry inquiry, Drill drill) {
        this.inquiry = inquiry;
        this.drill = drill;
    }

    @GET
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "Tell which channels bring members who stay and buy",
            description =
                    "Members who joined on a day from `from` to `to`, by the channel of their first join, and what"
                            + " they did since (of the kinds and in the group asked for).")
    @APIResponse(responseCode = "200", description = "a figure for every channel, in the order of their names")
    public FiguresView<ChannelView> measure(
            @Parameter(example = "acme") @PathParam("community") String community,
            @BeanParam ArrivalQuery arrival,
            @BeanParam FigureQuery query) {
        int days = arrival.days();
        LocalDate looking = arrival.today();
        Asked asked = inquiry.ask(community, Period.DAY, query);
        int looked = lastDay(asked, looking);
        return FiguresView.of(asked, asked.figures(span -> channels(asked, new Arrivals(span, days, looked))));
    }

    @GET
    @Path("/members")
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "List the members who came by a channel, and those of them who stayed or bought",
            description = "The members behind a figure of acquisition: those who joined on a day from `from` to `to`,"
                    + " which must both be given.")
    @APIResponse(responseCode = "200", description = "a page of the members")
    public MembersView list(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(description = "the channel of the first join. Default: any, and none.", example = "street")
                    @QueryParam("channel")
                    @Nullable
                    String channel,
            @Parameter(
                            description = "`true`: those who joined without a channel, whose figure has an empty one",
                            schema = @Schema(implementation = Boolean.class, defaultValue = "false"))
                    @QueryParam("withoutChannel")
                    @Nullable
                    String withoutChannel,
            @Parameter(
                            description =
                                    "JOINED; ACTIVATED: did anything since; MATURE: the days of retention are over;"
                                            + " RETAINED, LOST: did anything after them, or nothing; BUYER: bought since",
                            schema = @Schema(implementation = Stage.class, defaultValue = "JOINED"),
                            example = "ACTIVATED")
                    @QueryParam("stage")
                    @Nullable
                    String stage,
            @BeanParam ArrivalQuery arrival,
            @BeanParam FigureQuery query,
            @BeanParam Paging paging) {
        int days = arrival.days();
        String by = channel(channel, QueryParameter.isTrue("withoutChannel", withoutChannel));
        Stage asks = Objects.requireNonNullElse(QueryParameter.oneOf("stage", stage, Stage.class), Stage.JOINED);
        LocalDate looking = arrival.today();
        if (looking == null && asks.needsADay()) {
            throw QueryParameter.refused("today", "is missing; who is " + asks + " depends on the day");
        }
        Asked asked = WindowQuery.ask(inquiry, community, query);
        Arrivals arrivals = new Arrivals(asked.span().orElseThrow(), days, lastDay(asked, looking));
        return drill.page(
                asked, paging, activity -> Acquisition.members(activity, asked.selection(), arrivals, by, asks));
    }

    private static @Nullable String channel(@Nullable String channel, boolean none) {
        if (none && channel != null) {
            throw QueryParameter.refused(
                    "withoutChannel", "must not be true with a channel; leave out the one or the other");
        }
        return none ? "" : channel;
    }

    /** What is asked for, else the last day with data. */
    private static int lastDay(Asked asked, @Nullable LocalDate today) {
        return today != null
                ? Math.toIntExact(today.toEpochDay())
                : asked.data().or(asked::span).map(DaySpan::lastEpochDay).orElse(0);
    }

    private static List<ChannelView> channels(Asked asked, Arrivals arrivals) {
        Map<String, ChannelFigure> channels = new TreeMap<>();
        asked.fresh()
                .activity()
                .ask(asked.selection().community(), activity -> Acquisition.of(activity, asked.selection(), arrivals))
                .forEach(part ->
                        part.forEach((channel, figure) -> channels.merge(channel, figure, ChannelFigure::plus)));
        return channels.entrySet().stream()
                .map(channel -> ChannelView.of(channel.getKey(), channel.getValue()))
                .toList();
    }
}

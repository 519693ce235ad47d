package dev.hearth.analytics.acquisition;

import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.figure.Asked;
import dev.hearth.analytics.figure.FigureQuery;
import dev.hearth.analytics.figure.FiguresView;
import dev.hearth.analytics.figure.Inquiry;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.problem.QueryParameter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Acquisition by channel over HTTP. */
@Path("/communities/{community}/acquisition")
@Tag(name = "figures")
class AcquisitionResource {
    private static final int USUAL_DAYS = 30;
    private static final int MAX_DAYS = 366;

    private final Inquiry inquiry;

    AcquisitionResource(Inquiry inquiry) {
        this.inquiry = inquiry;
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
            @Parameter(
                            description = "after how many days whoever does anything is retained",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "366",
                                            defaultValue = "30"),
                            example = "7")
                    @QueryParam("retainedAfterDays")
                    @Nullable
                    String retainedAfterDays,
            @BeanParam FigureQuery query) {
        int days =
                Objects.requireNonNullElse(QueryParameter.integer("retainedAfterDays", retainedAfterDays), USUAL_DAYS);
        if (days < 1 || days > MAX_DAYS) {
            throw QueryParameter.refused("retainedAfterDays", "is " + days + ", must be 1 to " + MAX_DAYS);
        }
        Asked asked = inquiry.ask(community, Period.DAY, query);
        return FiguresView.of(asked, asked.figures(span -> channels(asked, span, days)));
    }

    private static List<ChannelView> channels(Asked asked, DaySpan joins, int days) {
        int today = asked.data().map(DaySpan::lastEpochDay).orElseGet(joins::lastEpochDay);
        Map<String, ChannelFigure> channels = new TreeMap<>();
        asked.fresh()
                .activity()
                .ask(
                        asked.selection().community(),
                        activity -> Acquisition.of(activity, asked.selection(), joins, days, today))
                .forEach(part ->
                        part.forEach((channel, figure) -> channels.merge(channel, figure, ChannelFigure::plus)));
        return channels.entrySet().stream()
                .map(channel -> ChannelView.of(channel.getKey(), channel.getValue()))
                .toList();
    }
}

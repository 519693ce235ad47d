package dev.hearth.analytics.board;

import dev.hearth.analytics.activity.Window;
import dev.hearth.analytics.figure.Asked;
import dev.hearth.analytics.figure.CalendarPeriod;
import dev.hearth.analytics.figure.FigureQuery;
import dev.hearth.analytics.figure.FiguresView;
import dev.hearth.analytics.figure.Inquiry;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Event counts over HTTP. */
@Path("/communities/{community}/event-counts")
@Tag(name = "figures")
class EventCountResource {

    private final Inquiry inquiry;

    EventCountResource(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    @GET
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "Count events by kind, and add up their values",
            description =
                    "In every period from `from` to `to`, periods without events included. Each event counts once,"
                            + " however often it was sent. Facts about members (`member.joined`,"
                            + " `incentive.credited:points`) count where their kind is named. At most 1,000 periods.")
    @APIResponse(responseCode = "200", description = "counts for every period")
    public FiguresView<EventCountView> count(
            @Parameter(example = "acme") @PathParam("community") String community,
            @BeanParam CalendarPeriod period,
            @BeanParam FigureQuery query) {
        Asked asked = inquiry.ask(community, period.asked(), query);
        List<Window> windows =
                asked.span().map(span -> asked.period().windows(span)).orElseGet(List::of);
        EventCounts counts = windows.isEmpty() ? EventCounts.NONE : count(asked, windows);
        return FiguresView.of(
                asked,
                IntStream.range(0, windows.size())
                        .mapToObj(index -> EventCountView.of(windows.get(index), index, counts))
                        .toList());
    }

    private static EventCounts count(Asked asked, List<Window> windows) {
        return asked
                .fresh()
                .activity()
                .ask(asked.selection().community(), activity -> EventCounts.of(activity, asked.selection(), windows))
                .stream()
                .reduce(EventCounts.NONE, EventCounts::plus);
    }
}

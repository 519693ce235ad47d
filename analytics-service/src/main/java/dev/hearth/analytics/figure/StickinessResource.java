package dev.hearth.analytics.figure;

import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.Period;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Stickiness over HTTP. */
@Path("/communities/{community}/stickiness")
@Tag(name = "figures")
class StickinessResource {
    private final Inquiry inquiry;

    StickinessResource(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    @GET
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "Tell how many of the members of a month come on a day",
            description =
                    "For each day, its active members by those of the 30 days up to it; or for each month, the mean"
                            + " of its daily active members by those of the month. At most 1,000 periods.")
    @APIResponse(responseCode = "200", description = "a figure for every day or month")
    public FiguresView<StickinessView> measure(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(
                            description = "of each day, or of each month",
                            schema =
                                    @Schema(
                                            implementation = String.class,
                                            enumeration = {"DAY", "MONTH"},
                                            defaultValue = "DAY"),
                            example = "MONTH")
                    @QueryParam("period")
                    @Nullable
                    String period,
            @BeanParam FigureQuery query) {
        Asked asked = inquiry.ask(community, Periods.of(period, List.of(Period.DAY, Period.MONTH)), query);
        return FiguresView.of(asked, asked.period() == Period.DAY ? daily(asked) : monthly(asked));
    }

    private static List<StickinessView> daily(Asked asked) {
        Activity activity = asked.fresh().activity();
        return asked.figures(span -> activity.dailyStickiness(asked.selection(), span)).stream()
                .map(StickinessView::of)
                .toList();
    }

    private static List<StickinessView> monthly(Asked asked) {
        Activity activity = asked.fresh().activity();
        return asked.figures(span -> activity.monthlyStickiness(asked.selection(), span)).stream()
                .map(StickinessView::of)
                .toList();
    }
}

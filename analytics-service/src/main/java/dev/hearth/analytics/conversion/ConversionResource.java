package dev.hearth.analytics.conversion;

import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.activity.Window;
import dev.hearth.analytics.figure.Asked;
import dev.hearth.analytics.figure.FigureQuery;
import dev.hearth.analytics.figure.FiguresView;
import dev.hearth.analytics.figure.Inquiry;
import dev.hearth.analytics.figure.Periods;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Conversion, revenue and repurchase over HTTP. */
@Path("/communities/{community}")
@Tag(name = "figures")
class ConversionResource {
    private static final List<Period> PERIODS = List.of(Period.DAY, Period.ISO_WEEK, Period.MONTH);

    private final Inquiry inquiry;

    ConversionResource(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    @GET
    @Path("/sales")
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "Tell how many members buy, how many buy again, and what it brings",
            description =
                    "In every period from `from` to `to`: `purchase.made` and `purchase.refunded`, each by its own"
                            + " local day. `kind` is not asked. At most 1,000 periods.")
    @APIResponse(responseCode = "200", description = "a figure for every period")
    public FiguresView<SaleView> sales(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(
                            description = "over which days members are counted once",
                            schema =
                                    @Schema(
                                            implementation = String.class,
                                            enumeration = {"DAY", "ISO_WEEK", "MONTH"},
                                            defaultValue = "DAY"),
                            example = "MONTH")
                    @QueryParam("period")
                    @Nullable
                    String period,
            @BeanParam FigureQuery query) {
        Asked asked = inquiry.ask(community, Periods.of(period, PERIODS), query);
        List<Window> windows =
                asked.span().map(span -> asked.period().windows(span)).orElseGet(List::of);
        Sales sales = sales(asked, windows);
        return FiguresView.of(
                asked,
                IntStream.range(0, windows.size())
                        .mapToObj(
                                i -> SaleView.of(windows.get(i), sales.windows().get(i)))
                        .toList());
    }

    @GET
    @Path("/repurchase-intervals")
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "Tell how long after a purchase members buy again",
            description =
                    "Every purchase on a day from `from` to `to` that was not the member's first, by the time since"
                            + " the one before, whenever that was. `kind` is not asked.")
    @APIResponse(responseCode = "200", description = "how many purchases for every range of days")
    public FiguresView<IntervalView> intervals(
            @Parameter(example = "acme") @PathParam("community") String community, @BeanParam FigureQuery query) {
        Asked asked = inquiry.ask(community, Period.DAY, query);
        List<Window> whole =
                asked.span().map(span -> new Window("all", span)).stream().toList();
        return FiguresView.of(asked, IntervalView.of(sales(asked, whole).intervals()));
    }

    static Sales sales(Asked asked, List<Window> windows) {
        return windows.isEmpty()
                ? Sales.none(0)
                : asked
                        .fresh()
                        .activity()
                        .ask(asked.selection().community(), activity -> Sales.of(activity, asked.selection(), windows))
                        .stream()
                        .reduce(Sales.none(windows.size()), Sales::plus);
    }
}

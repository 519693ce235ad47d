package dev.hearth.analytics.conversion;

import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.activity.Window;
import dev.hearth.analytics.drill.Drill;
import dev.hearth.analytics.drill.ListedWindow;
import dev.hearth.analytics.drill.MembersView;
import dev.hearth.analytics.drill.WindowName;
import dev.hearth.analytics.figure.Asked;
import dev.hearth.analytics.figure.CalendarPeriod;
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
import java.util.List;
import java.util.Objects;
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

    private final Inquiry inquiry;
    private final Drill drill;

    ConversionResource(Inquiry inquiry, Drill drill) {
        this.inquiry = inquiry;
        this.drill = drill;
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
            @BeanParam CalendarPeriod period,
            @BeanParam FigureQuery query) {
        Asked asked = inquiry.ask(community, period.asked(), query);
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
    @Path("/sales/members")
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "List the members who bought in a period, bought again, or did not buy",
            description = "The members behind a figure of sales: `window` is its `period`. `kind` is not asked.")
    @APIResponse(responseCode = "200", description = "a page of the members")
    public MembersView buyers(
            @Parameter(example = "acme") @PathParam("community") String community,
            @BeanParam ListedWindow window,
            @Parameter(
                            description = "ACTIVE: who did anything; BUYER: who bought; REPEAT_BUYER: of these, whose"
                                    + " purchase was not the first ever; ACTIVE_ONLY: who did anything but buy",
                            schema = @Schema(implementation = Buyer.class, defaultValue = "BUYER"),
                            example = "REPEAT_BUYER")
                    @QueryParam("buyer")
                    @Nullable
                    String buyer,
            @BeanParam FigureQuery query,
            @BeanParam Paging paging) {
        Buyer asks = Objects.requireNonNullElse(QueryParameter.oneOf("buyer", buyer, Buyer.class), Buyer.BUYER);
        WindowName named = window.name();
        Asked asked = window.ask(inquiry, community, query);
        return drill.page(asked, paging, activity -> Sales.members(activity, asked.selection(), named.window(), asks));
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

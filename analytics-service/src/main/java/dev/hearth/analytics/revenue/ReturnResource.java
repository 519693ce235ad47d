package dev.hearth.analytics.revenue;

import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.conversion.Takings;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Revenue, cost and what comes back, over HTTP. */
@Path("/communities/{community}/returns")
@Tag(name = "revenue")
class ReturnResource {
    private static final DaySpan EVER = new DaySpan(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));
    private static final String SALES = "sales";

    private final Inquiry inquiry;
    private final MoneyEntries entries;

    ReturnResource(Inquiry inquiry, MoneyEntries entries) {
        this.inquiry = inquiry;
        this.entries = entries;
    }

    @GET
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "Tell revenue, cost and return on investment by model, campaign, channel, partner or group",
            description = "Of the days from `from` to `to`: the community's money entries, and what its campaigns cost"
                    + " (by the UTC day on which that was recorded). `group` asks for what belongs to that group;"
                    + " tags, levels and audience are of members, and narrow sales only.")
    @APIResponse(responseCode = "200", description = "a figure for every part and currency")
    public FiguresView<ReturnView> tell(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(
                            description = "by what",
                            schema = @Schema(implementation = Dimension.class, defaultValue = "CAMPAIGN"),
                            example = "MODEL")
                    @QueryParam("by")
                    @Nullable
                    String by,
            @Parameter(
                            description = "the currency that purchases are in: then what members bought, less refunds,"
                                    + " is revenue of the model `sales`. Left out: it is not counted.",
                            example = "CNY")
                    @QueryParam("salesCurrency")
                    @Nullable
                    String salesCurrency,
            @BeanParam FigureQuery query) {
        String currency = Money.currency(salesCurrency);
        Dimension dimension =
                Objects.requireNonNullElse(QueryParameter.oneOf("by", by, Dimension.class), Dimension.CAMPAIGN);
        Asked asked = inquiry.ask(community, Period.DAY, query);
        DaySpan days =
                query.from == null && query.to == null ? EVER : asked.span().orElse(EVER);
        List<Money> money = Stream.of(
                        entries.of(community).stream().filter(each -> days.covers(new DaySpan(each.day(), each.day()))),
                        costs(asked, days),
                        sales(asked, currency))
                .flatMap(each -> each)
                .filter(each -> query.group == null || query.group.equals(each.group()))
                .toList();
        return FiguresView.of(
                asked, Return.of(dimension, money).stream().map(ReturnView::of).toList());
    }

    private static Stream<Money> costs(Asked asked, DaySpan days) {
        return asked
                .fresh()
                .activity()
                .ask(asked.selection().community(), activity -> CampaignCosts.of(activity, days))
                .stream()
                .flatMap(List::stream);
    }

    /** What members bought; events do not say in which currency. */
    private static Stream<Money> sales(Asked asked, @Nullable String currency) {
        if (currency == null || asked.span().isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(new Money(
                Flow.REVENUE,
                Takings.net(asked),
                currency,
                asked.span().get().last(),
                SALES,
                null,
                null,
                null,
                asked.selection().group(),
                null));
    }
}

package dev.hearth.analytics.journal;

import dev.hearth.analytics.activity.ActiveMembers;
import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Mask;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.activity.Selection;
import dev.hearth.analytics.figure.Asked;
import dev.hearth.analytics.figure.FigureQuery;
import dev.hearth.analytics.figure.Inquiry;
import dev.hearth.analytics.setting.Setting;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.problem.QueryParameter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What came after a mark, over HTTP. */
@Path("/communities/{community}/journal-marks/{mark}/effect")
@Tag(name = "journal")
class EffectResource {
    private static final int DEFAULT_WEEKS = 2;

    private final Journal journal;
    private final Inquiry inquiry;
    private final Clock clock;

    EffectResource(Journal journal, Inquiry inquiry, Clock clock) {
        this.journal = journal;
        this.inquiry = inquiry;
        this.clock = clock;
    }

    @GET
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "Compare a figure before and after a mark",
            description =
                    "Means of a day over as many whole weeks before the mark as after it, without its own days and"
                            + " without days that are not over. In the mark's group, unless another is named; from and to are"
                            + " not used. It tells what came after, not what it was caused by.")
    @APIResponse(responseCode = "200", description = "the means, or that there are not enough days")
    public EffectView effect(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(example = "new-welcome") @PathParam("mark") String mark,
            @Parameter(
                            description = "what is compared",
                            schema =
                                    @Schema(
                                            implementation = String.class,
                                            enumeration = {"ACTIVE_MEMBERS", "EVENTS"},
                                            defaultValue = "ACTIVE_MEMBERS"),
                            example = "EVENTS")
                    @QueryParam("metric")
                    @Nullable
                    String metric,
            @Parameter(
                            description = "how many weeks on either side at most",
                            schema =
                                    @Schema(
                                            implementation = Integer.class,
                                            minimum = "1",
                                            maximum = "12",
                                            defaultValue = "2"),
                            example = "2")
                    @QueryParam("weeks")
                    @Nullable
                    String weeks,
            @BeanParam FigureQuery query) {
        int wanted = weeks(weeks);
        EffectMetric compared = Objects.requireNonNullElse(
                QueryParameter.oneOf("metric", metric, EffectMetric.class), EffectMetric.ACTIVE_MEMBERS);
        Setting<Mark> found = journal.marks().get(community, mark);
        query.group = query.group == null ? found.value().group() : query.group;
        Asked asked = inquiry.ask(community, Period.DAY, query);
        DaySpan days = new DaySpan(found.value().from(), found.value().to());
        Effect effect = complete(asked)
                .map(complete -> Effect.of(days, wanted, complete, span -> sum(asked, compared, span)))
                .orElse(new Effect(0, 0, 0));
        return EffectView.of(MarkView.of(found), compared, asked.fresh().asOf(), effect);
    }

    /** From the first day with data to yesterday. */
    private Optional<DaySpan> complete(Asked asked) {
        LocalDate yesterday = LocalDate.ofInstant(clock.instant(), asked.zone()).minusDays(1);
        return asked.data()
                .filter(data -> !data.first().isAfter(yesterday))
                .map(data -> new DaySpan(data.first(), yesterday));
    }

    private static long sum(Asked asked, EffectMetric metric, DaySpan span) {
        return switch (metric) {
            case ACTIVE_MEMBERS ->
                asked.fresh().activity().activeMembers(asked.selection(), Period.DAY, span).stream()
                        .mapToLong(ActiveMembers::members)
                        .sum();
            case EVENTS ->
                asked
                        .fresh()
                        .activity()
                        .ask(asked.selection().community(), each -> events(each, asked.selection(), span))
                        .stream()
                        .mapToLong(Long::longValue)
                        .sum();
        };
    }

    private static long events(CommunityActivity partition, Selection selection, DaySpan span) {
        boolean[] counted = partition.placesOf(selection);
        Mask mask = partition.mask(selection.audience());
        long[] events = new long[1];
        partition.rows().within(span.firstEpochDay(), span.lastEpochDay(), row -> {
            if (counted[row.place()] && mask.has(row.ordinal())) {
                events[0]++;
            }
        });
        return events[0];
    }

    private static int weeks(@Nullable String given) {
        int weeks = Objects.requireNonNullElse(QueryParameter.integer("weeks", given), DEFAULT_WEEKS);
        if (weeks < 1 || weeks > Effect.MAX_WEEKS) {
            throw QueryParameter.refused("weeks", "is " + weeks + ", must be 1 to " + Effect.MAX_WEEKS);
        }
        return weeks;
    }
}

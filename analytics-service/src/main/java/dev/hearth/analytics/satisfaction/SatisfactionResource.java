package dev.hearth.analytics.satisfaction;

import dev.hearth.analytics.activity.Hashes;
import dev.hearth.analytics.activity.Selection;
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
import dev.hearth.contract.engagement.StandardEventKind;
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
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Satisfaction over HTTP. */
@Path("/communities/{community}/satisfaction")
@Tag(name = "figures")
class SatisfactionResource {
    private static final Set<String> RATING = Set.of(StandardEventKind.FEEDBACK_GIVEN.id());
    private static final int MAX_ASKED_KINDS = 10;
    private static final int MAX_TARGET = 256;

    private final Inquiry inquiry;
    private final Drill drill;

    SatisfactionResource(Inquiry inquiry, Drill drill) {
        this.inquiry = inquiry;
        this.drill = drill;
    }

    @GET
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "Tell how satisfied members say they are",
            description =
                    "The values of `feedback.given` (or of the kinds asked for) in every period from `from` to `to`,"
                            + " read as NPS (0 to 10) or CSAT (1 to 5). Of several by one member in a period its last counts. At"
                            + " most 1,000 periods.")
    @APIResponse(responseCode = "200", description = "a figure for every period")
    public FiguresView<SatisfactionView> measure(
            @Parameter(example = "acme") @PathParam("community") String community,
            @BeanParam CalendarPeriod period,
            @Parameter(
                            description = "how ratings are read",
                            schema = @Schema(implementation = Scale.class, defaultValue = "NPS"))
                    @QueryParam("scale")
                    @Nullable
                    String scale,
            @Parameter(description = "only ratings of this: a survey, a product. Default: all.", example = "survey-1")
                    @QueryParam("target")
                    @Nullable
                    String target,
            @Parameter(description = "kinds of acts that tell that a member was asked, up to 10: for the response rate")
                    @QueryParam("askedKind")
                    List<String> askedKinds,
            @BeanParam FigureQuery query) {
        Scale read = scale(scale);
        Set<String> asking = asking(askedKinds);
        Long rated = target(target);
        Asked asked = inquiry.ask(community, period.asked(), query);
        Survey survey = new Survey(ratings(asked), read, rated, asking);
        return FiguresView.of(
                asked,
                asked.figures(span -> asked.period().windows(span).stream()
                        .map(window -> view(asked, survey, window))
                        .toList()));
    }

    @GET
    @Path("/members")
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "List the members who answered in some way, or not at all",
            description = "The members behind a figure of satisfaction, which must be asked for with the same"
                    + " parameters: `window` is its `period`.")
    @APIResponse(responseCode = "200", description = "a page of the members")
    public MembersView list(
            @Parameter(example = "acme") @PathParam("community") String community,
            @BeanParam ListedWindow window,
            @Parameter(
                            description =
                                    "ANSWERED: with a rating on the scale; of these GOOD, NEUTRAL and BAD (NPS: promoters,"
                                            + " passives, detractors); OUTSIDE_SCALE: with another; ASKED, NOT_ANSWERED: of"
                                            + " those whom acts of `askedKind` name",
                            schema = @Schema(implementation = Response.class, defaultValue = "ANSWERED"),
                            example = "BAD")
                    @QueryParam("response")
                    @Nullable
                    String response,
            @Parameter(
                            description = "only those who gave exactly this rating",
                            schema = @Schema(implementation = Integer.class, minimum = "0", maximum = "10"))
                    @QueryParam("rating")
                    @Nullable
                    String rating,
            @Parameter(
                            description = "how ratings are read",
                            schema = @Schema(implementation = Scale.class, defaultValue = "NPS"))
                    @QueryParam("scale")
                    @Nullable
                    String scale,
            @Parameter(description = "only ratings of this: a survey, a product. Default: all.", example = "survey-1")
                    @QueryParam("target")
                    @Nullable
                    String target,
            @Parameter(description = "kinds of acts that tell that a member was asked, up to 10")
                    @QueryParam("askedKind")
                    List<String> askedKinds,
            @BeanParam FigureQuery query,
            @BeanParam Paging paging) {
        Scale read = scale(scale);
        Response answer = Objects.requireNonNullElse(
                QueryParameter.oneOf("response", response, Response.class), Response.ANSWERED);
        Integer exactly = rating(rating, read);
        Set<String> asking = asking(askedKinds);
        Long rated = target(target);
        WindowName named = window.name();
        Asked asked = window.ask(inquiry, community, query);
        Survey survey = new Survey(ratings(asked), read, rated, asking);
        return drill.page(
                asked,
                paging,
                activity -> Ratings.members(activity, survey, named.window().days(), answer, exactly));
    }

    private static SatisfactionView view(Asked asked, Survey survey, Window window) {
        Ratings ratings = asked
                .fresh()
                .activity()
                .ask(survey.selection().community(), activity -> Ratings.of(activity, survey, window.days()))
                .stream()
                .reduce(Ratings.none(survey.scale()), Ratings::plus);
        return SatisfactionView.of(window, survey.scale(), ratings);
    }

    private static Scale scale(@Nullable String scale) {
        return Objects.requireNonNullElse(QueryParameter.oneOf("scale", scale, Scale.class), Scale.NPS);
    }

    private static Selection ratings(Asked asked) {
        return asked.selection().kinds().isEmpty() ? asked.selection().withKinds(RATING) : asked.selection();
    }

    private static @Nullable Integer rating(@Nullable String rating, Scale scale) {
        Integer exactly = QueryParameter.integer("rating", rating);
        if (exactly != null && !scale.has(exactly)) {
            throw QueryParameter.refused(
                    "rating", "is " + exactly + ", must be " + scale.lowest() + " to " + scale.highest());
        }
        return exactly;
    }

    private static @Nullable Long target(@Nullable String target) {
        if (target == null) {
            return null;
        }
        if (target.length() > MAX_TARGET) {
            throw QueryParameter.refused("target", "must have at most " + MAX_TARGET + " characters");
        }
        return Hashes.of(target);
    }

    private static Set<String> asking(List<String> kinds) {
        if (kinds.size() > MAX_ASKED_KINDS) {
            throw QueryParameter.refused(
                    "askedKind", "is given " + kinds.size() + " times, may be " + MAX_ASKED_KINDS + " times");
        }
        kinds.forEach(kind -> {
            var _ = QueryParameter.identifier("askedKind", kind);
        });
        return new TreeSet<>(kinds);
    }
}

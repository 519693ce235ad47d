package dev.hearth.analytics.goal;

import dev.hearth.analytics.course.Metric;
import dev.hearth.analytics.figure.WhoseActs;
import dev.hearth.analytics.projection.AsOf;
import dev.hearth.analytics.projection.Freshness;
import dev.hearth.analytics.setting.Setting;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import dev.hearth.platform.state.Communities;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Goals over HTTP: a tree from the company down to groups. */
@Path("/communities/{community}/goals")
@Tag(name = "goals")
class GoalResource {
    private final Goals goals;
    private final Freshness freshness;
    private final Communities communities;
    private final Clock clock;

    GoalResource(Goals goals, Freshness freshness, @Readiness Communities communities, Clock clock) {
        this.goals = goals;
        this.freshness = freshness;
        this.communities = communities;
        this.clock = clock;
    }

    /** What is to be reached by when. */
    @Schema(name = "SetGoal", examples = """
                    {"name": "3,000 active in spring", "metric": "ACTIVE_MEMBERS", "target": 3000, "start": "2026-03-01", "end": "2026-05-31", "plan": "WEEKDAY"}""")
    record SetGoal(
            @Schema(required = true, minLength = 1, maxLength = Goal.MAX_NAME) @Nullable
            String name,

            @Schema(description = "the goal that it serves; one that is not there stands for none") @Nullable
            String parent,

            @Schema(required = true) @Nullable Metric metric,

            @Schema(defaultValue = "ITSELF") @Nullable MeasuredBy measuredBy,

            @Schema(description = "by acts of which kinds; all if left out", maxItems = Goal.MAX_KINDS) @Nullable
            Set<String> kinds,

            @Schema(description = "only in this group") @Nullable
            String group,

            @Schema(defaultValue = "ALL") @Nullable WhoseActs audience,
            @Schema(defaultValue = "AT_LEAST") @Nullable Direction direction,

            @Schema(required = true, description = "1 to 10^15, or 0 of at most", examples = "3000") @Nullable
            Long target,

            @Schema(defaultValue = "10", minimum = "0", maximum = "50") @Nullable
            Integer tolerancePercent,

            @Schema(defaultValue = "LINEAR") @Nullable Plan plan,

            @Schema(required = true, examples = "2026-03-01") @Nullable
            LocalDate start,

            @Schema(required = true, description = "at most 400 days in all", examples = "2026-05-31") @Nullable
            LocalDate end) {
        Goal goal() {
            return new Goal(
                    Check.present("/name", name),
                    parent,
                    Check.present("/metric", metric),
                    Objects.requireNonNullElse(measuredBy, MeasuredBy.ITSELF),
                    Objects.requireNonNullElse(kinds, Set.of()),
                    group,
                    Objects.requireNonNullElse(audience, WhoseActs.ALL),
                    Objects.requireNonNullElse(direction, Direction.AT_LEAST),
                    Check.present("/target", target),
                    Objects.requireNonNullElse(tolerancePercent, Goal.USUAL_TOLERANCE),
                    Objects.requireNonNullElse(plan, Plan.LINEAR),
                    Check.present("/start", start),
                    Check.present("/end", end));
        }
    }

    /**
     * The goals of a community.
     *
     * @param items each before those that serve it
     */
    @Schema(name = "Goals")
    record GoalsView(
            @Schema(required = true, description = "each before those that serve it; at most 1,000")
            List<GoalView> items) {}

    @PUT
    @Path("/{goal}")
    @Needs(Scope.ANALYTICS_WRITE)
    @Operation(
            summary = "Set a goal",
            description =
                    "The same again changes nothing; a change needs If-Match. A goal measured by its children adds"
                            + " up what they have, day by day. At most 1,000 a community.")
    @APIResponse(
            responseCode = "201",
            description = "set",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GoalView.class)))
    @APIResponse(responseCode = "200", description = "it exists, as said")
    public Uni<RestResponse<GoalView>> put(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(example = "spring-actives") @PathParam("goal") String goal,
            SetGoal body,
            @BeanParam IfMatch ifMatch,
            UriInfo uri) {
        Goal said = Check.present("", body).goal();
        if (said.group() != null && !communities.hasGroup(community, said.group())) {
            throw Check.refused("/group", "is \"" + said.group() + "\", which the community does not have");
        }
        if (goal.equals(said.parent())) {
            throw Check.refused("/parent", "is the goal itself, must be another");
        }
        return goals.said()
                .put(community, goal, said, ifMatch)
                .map(put -> Put.answer(put.map(setting -> view(setting)), uri.getAbsolutePath()));
    }

    @GET
    @Path("/{goal}")
    @Needs(Scope.ANALYTICS_READ)
    @Operation(summary = "Tell how a goal stands")
    @APIResponse(responseCode = "200", description = "the goal")
    public RestResponse<GoalView> get(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(example = "spring-actives") @PathParam("goal") String goal) {
        return Put.answer(view(goals.said().get(community, goal)));
    }

    @GET
    @Path("/{goal}/course")
    @Needs(Scope.ANALYTICS_READ)
    @Operation(summary = "Tell the course of a goal from day to day, beside its plan")
    @APIResponse(responseCode = "200", description = "its days")
    public CourseView course(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(example = "spring-actives") @PathParam("goal") String goal) {
        return told(goals.said().get(community, goal), CourseView::of);
    }

    @GET
    @Needs(Scope.ANALYTICS_READ)
    @Operation(summary = "Tell how all goals stand, as a tree")
    @APIResponse(responseCode = "200", description = "each goal before those that serve it")
    public GoalsView list(@Parameter(example = "acme") @PathParam("community") String community) {
        return new GoalsView(goals.tree(community).inOrder().stream()
                .map(node -> view(node.goal()))
                .toList());
    }

    @DELETE
    @Path("/{goal}")
    @Needs(Scope.ANALYTICS_WRITE)
    @Operation(summary = "Give a goal up", description = "Needs If-Match. Those that serve it stay, at the top.")
    @APIResponse(responseCode = "204", description = "it is gone")
    public Uni<Void> delete(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(example = "spring-actives") @PathParam("goal") String goal,
            @BeanParam IfMatch ifMatch) {
        return goals.said().remove(community, goal, ifMatch);
    }

    private GoalView view(Setting<Goal> setting) {
        return told(setting, GoalView::of);
    }

    /** What is told of a goal from how it goes up to a day. */
    @FunctionalInterface
    private interface Telling<V> {
        V of(Setting<Goal> setting, Pace pace, LocalDate today, AsOf asOf);
    }

    private <V> V told(Setting<Goal> setting, Telling<V> telling) {
        Freshness.Fresh fresh = freshness.require();
        LocalDate today = LocalDate.ofInstant(
                clock.instant(),
                communities.zone(setting.community(), setting.value().group()));
        Pace pace = goals.pace(fresh.activity(), goals.tree(setting.community()), setting);
        return telling.of(setting, pace, today, fresh.asOf());
    }
}

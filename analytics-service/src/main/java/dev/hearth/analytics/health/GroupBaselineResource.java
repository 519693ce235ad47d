package dev.hearth.analytics.health;

import dev.hearth.analytics.health.pulse.Band;
import dev.hearth.analytics.projection.Freshness;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.state.Communities;
import dev.hearth.platform.state.Community;
import dev.hearth.platform.state.Group;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is usual in a group, over HTTP. */
@Path("/communities/{community}/groups/{group}/baseline")
@Tag(name = "group health")
class GroupBaselineResource {
    private final Communities communities;
    private final Pulses pulses;
    private final HealthSettings settings;
    private final Freshness freshness;

    GroupBaselineResource(
            @Readiness Communities communities, Pulses pulses, HealthSettings settings, Freshness freshness) {
        this.communities = communities;
        this.pulses = pulses;
        this.settings = settings;
        this.freshness = freshness;
    }

    @GET
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "Tell what is usual in a group in each hour of the week",
            description = "168 hours by the clock on the group's wall, Monday's first: the median of the acts in the"
                    + " same hour of the weeks before, and the band around it that chance makes likely, both as the"
                    + " health settings say: up to eight weeks if they do not, and no band where fewer than three"
                    + " are known.")
    @APIResponse(responseCode = "200", description = "each hour of the week")
    public GroupBaselineView of(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(example = "runners") @PathParam("group") String group) {
        Community known = communities.require(community);
        Group asked = communities
                .findGroup(community, group)
                .orElseThrow(() -> new ProblemException(
                        HealthProblem.GROUP_WITHOUT_HEALTH,
                        FieldError.path("group", "is \"" + group + "\", which the community does not have")));
        ZoneId zone = asked.ownZone().orElse(known.zone());
        Freshness.Fresh fresh = freshness.require();
        HealthSetting setting = settings.of(community);
        List<Optional<Band>> week = pulses.of(community, setting.kinds(), fresh)
                .ask(group, beat -> beat.week(fresh.asOf().measuredAt(), zone, setting.detection()))
                .orElseGet(List::of);
        return GroupBaselineView.of(group, zone, fresh.asOf(), week);
    }
}

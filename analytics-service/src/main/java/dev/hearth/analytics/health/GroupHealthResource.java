package dev.hearth.analytics.health;

import dev.hearth.analytics.health.pulse.Spell;
import dev.hearth.analytics.projection.Freshness;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Groups' health over HTTP. */
@Path("/communities/{community}/groups")
@Tag(name = "group health")
class GroupHealthResource {
    private final Fleets fleets;
    private final HealthSettings settings;
    private final Freshness freshness;
    private final KnownSpells spells;

    GroupHealthResource(Fleets fleets, HealthSettings settings, Freshness freshness, KnownSpells spells) {
        this.fleets = fleets;
        this.settings = settings;
        this.freshness = freshness;
        this.spells = spells;
    }

    @GET
    @Path("/health")
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "Rank the groups by how they do",
            description = "Who needs somebody most comes first; ties by id. Scores move while one pages: the cursor"
                    + " goes on below the last rank that was seen.")
    @APIResponse(responseCode = "200", description = "groups with each part of their score")
    public FleetView rank(
            @Parameter(example = "acme") @PathParam("community") String community,
            @BeanParam FleetQuery query,
            @BeanParam Paging paging) {
        FleetQuery.Wanted wanted = query.wanted();
        Ranking ranking = Ranking.after(paging.after(), wanted.order());
        int limit = paging.limit();
        Fleet fleet = fleet(community);
        Function<String, Optional<GroupHealth>> earlier =
                wanted.compared() ? before(community)::find : group -> Optional.empty();
        List<GroupHealth> ranked = fleet.groups().values().stream()
                .filter(wanted::hasCoverage)
                .filter(health ->
                        !wanted.outOfBand() || spell(community, health.group()).isPresent())
                .filter(ranking::follows)
                .sorted(ranking.order())
                .limit(limit + 1L)
                .toList();
        Page<GroupHealth> page = Page.of(ranked, limit, ranking::cursor);
        return new FleetView(
                fleet.asOf(),
                fleet.groups().size(),
                fleet.groups().values().stream()
                        .filter(health -> !health.isCovered())
                        .count(),
                page.map(health -> view(community, health, earlier.apply(health.group())))
                        .items(),
                page.next());
    }

    @GET
    @Path("/{group}/health")
    @Needs(Scope.ANALYTICS_READ)
    @Operation(summary = "Tell how a group does")
    @APIResponse(responseCode = "200", description = "its score with each part")
    public GroupHealthView of(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(example = "runners") @PathParam("group") String group) {
        return fleet(community)
                .find(group)
                .map(health -> view(community, health, Optional.empty()))
                .orElseThrow(() -> new ProblemException(
                        HealthProblem.GROUP_WITHOUT_HEALTH,
                        FieldError.path("group", "is \"" + group + "\", which the community does not have")));
    }

    private Fleet fleet(String community) {
        return fleets.of(community, settings.of(community), freshness.require());
    }

    private Fleet before(String community) {
        return fleets.before(community, settings.of(community), freshness.require());
    }

    private GroupHealthView view(String community, GroupHealth health, Optional<GroupHealth> before) {
        return GroupHealthView.of(health, spell(community, health.group()), before);
    }

    private Optional<Spell> spell(String community, String group) {
        return spells.find(community, group).flatMap(kept -> Optional.ofNullable(kept.spell()));
    }
}

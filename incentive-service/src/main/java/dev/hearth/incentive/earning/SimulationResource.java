package dev.hearth.incentive.earning;

import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.Topics;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.time.Uuid7;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What an event would earn, over HTTP. */
@Path("/communities/{community}")
@Tag(name = "earning-rules")
class SimulationResource {
    private static final int MAX_PROPERTIES = 200;

    private final Simulation simulation;
    private final Uuid7 ids;
    private final Clock clock;

    SimulationResource(Simulation simulation, Uuid7 ids, Clock clock) {
        this.simulation = simulation;
        this.ids = ids;
        this.clock = clock;
    }

    /** An event that did not happen. */
    @Schema(name = "SimulateEvent", examples = "{\"kind\": \"purchase.made\", \"memberId\": \"ada\", \"value\": 1250}")
    record SimulateEvent(
            @Schema(required = true, examples = "purchase.made") @Nullable
            String kind,

            @Schema(required = true, description = "who acts", examples = "ada") @Nullable
            String memberId,

            @Nullable String groupId,
            @Nullable String target,
            @Nullable Long value,

            @Schema(description = "left out: now") @Nullable Instant occurredAt,

            @Schema(description = "at most 200") @Nullable Map<String, Object> properties) {
        Telling telling(String community, String id, Instant now) {
            String member = Check.identifier("/memberId", memberId);
            String type = "simulated";
            Map<String, Object> given = properties == null ? Map.of() : properties;
            if (given.size() > MAX_PROPERTIES) {
                throw Check.refused(
                        "/properties", "has " + given.size() + " names, must have at most " + MAX_PROPERTIES);
            }
            Instant at = Objects.requireNonNullElse(occurredAt, now);
            CloudEvent event = new CloudEvent(
                    Topics.ENGAGEMENT,
                    Topics.memberKey(community, member),
                    id,
                    "/incentive-service",
                    type,
                    member,
                    at,
                    community,
                    0,
                    null,
                    null,
                    null,
                    null);
            return new Telling(
                    event,
                    "",
                    Check.identifier("/kind", kind),
                    member,
                    groupId == null ? null : Check.identifier("/groupId", groupId),
                    Check.optionalText("/target", target, 256),
                    value,
                    at,
                    null,
                    null,
                    given);
        }
    }

    @POST
    @Path("/earning-rules/{rule}/simulations")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(
            summary = "Tell what an event would earn by a rule, its last version, a draft too",
            description = "Beside the other rules that are in force, with what has counted so far. Writes nothing.")
    public Uni<SimulationView> simulate(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("rule") @Parameter(example = "message-points") String rule,
            SimulateEvent body) {
        return simulation.simulate(telling(community, body), rule);
    }

    @POST
    @Path("/simulations")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(
            summary = "Tell what an event would earn by all rules that are in force",
            description = "With what has counted so far. Writes nothing.")
    public Uni<SimulationView> simulateAll(
            @PathParam("community") @Parameter(example = "acme") String community, SimulateEvent body) {
        return simulation.simulate(telling(community, body), null);
    }

    private Telling telling(String community, SimulateEvent body) {
        return Check.present("", body).telling(community, "simulation/" + ids.next(), clock.instant());
    }
}

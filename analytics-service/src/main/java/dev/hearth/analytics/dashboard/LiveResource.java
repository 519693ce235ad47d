package dev.hearth.analytics.dashboard;

import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.alert.Alerts;
import dev.hearth.analytics.projection.Freshness;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** Word that figures move, so that a page asks again only when there is something new. */
@Path("/communities/{community}/live")
@Tag(name = "dashboard")
class LiveResource {
    private static final Duration EVERY = Duration.ofSeconds(1);
    /** Without news, a message all the same now and then: proxies close what is silent. */
    private static final int QUIET_TURNS = 15;

    private static final int MOST = 500;

    private final Freshness freshness;
    private final Alerts alerts;
    private final CurrentIdentityAssociation identities;
    private final Clock clock;
    private final Streams streams;

    LiveResource(
            Freshness freshness, Alerts alerts, CurrentIdentityAssociation identities, Clock clock, Streams streams) {
        this.freshness = freshness;
        this.alerts = alerts;
        this.identities = identities;
        this.clock = clock;
        this.streams = streams;
    }

    /** How many streams are open in this replica. */
    @Singleton
    static class Streams {
        private final Semaphore free = new Semaphore(MOST);

        /** Takes a place for as long as {@code stream} lasts; refuses for now if there is none. */
        <T> Multi<T> bounded(Multi<T> stream) {
            if (!free.tryAcquire()) {
                throw new ProblemException(
                        RequestProblem.UNAVAILABLE, MOST + " streams are open here; ask for the figures without one");
            }
            AtomicBoolean ended = new AtomicBoolean();
            return stream.onTermination().invoke(() -> {
                if (ended.compareAndSet(false, true)) {
                    free.release();
                }
            });
        }
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "Follow how the figures move",
            description =
                    "Server-sent events: one at once, then one in every second in which something came or was told, and one"
                            + " every 15 s without news. Ends when the token expires. At most 500 streams a replica.")
    @APIResponse(
            responseCode = "200",
            description = "a stream; each event's data is a `Pulse`",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = PulseView.class)))
    public Multi<PulseView> follow(@Parameter(example = "acme") @PathParam("community") String community) {
        return identities
                .getDeferredIdentity()
                .map(identity -> ((JsonWebToken) identity.getPrincipal()).getExpirationTime())
                .onItem()
                .transformToMulti(expiry -> streams.bounded(follow(community, expiry)));
    }

    private Multi<PulseView> follow(String community, long expiry) {
        AtomicReference<@Nullable PulseView> told = new AtomicReference<>();
        return Multi.createFrom()
                .ticks()
                .every(EVERY)
                .onOverflow()
                .drop()
                .select()
                .first(turn -> clock.instant().getEpochSecond() < expiry)
                .map(turn -> turn(turn, community, told))
                .select()
                .where(turn -> turn.number() % QUIET_TURNS == 0 || turn.hasNews())
                .map(Turn::pulse);
    }

    private record Turn(long number, PulseView pulse, boolean hasNews) {}

    private Turn turn(long number, String community, AtomicReference<@Nullable PulseView> told) {
        @Nullable PulseView before = told.get();
        PulseView now = pulse(community, before);
        told.set(now);
        boolean isTold = before != null && !Objects.equals(before.latestAlert(), now.latestAlert());
        return new Turn(number, now, isTold || now.perSecond() > 0);
    }

    private PulseView pulse(String community, @Nullable PulseView before) {
        Freshness.Fresh fresh = freshness.require();
        List<long[]> counted = fresh.activity().ask(community, LiveResource::count);
        long acts = counted.stream().mapToLong(part -> part[0]).sum();
        long members = counted.stream().mapToLong(part -> part[1]).sum();
        return new PulseView(
                acts,
                before == null ? 0 : Math.max(0, acts - before.acts()),
                members,
                alerts.latest(community).orElse(null),
                fresh.asOf());
    }

    private static long[] count(CommunityActivity activity) {
        return new long[] {activity.rows().size(), activity.members()};
    }
}

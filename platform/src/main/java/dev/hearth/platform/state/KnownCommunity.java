package dev.hearth.platform.state;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Lets a request through only if its {@code {community}} is known here: no operation can forget to ask. A community
 * that was put a moment ago is waited for, so that a script need not: it reaches this service by its topic, mostly
 * within milliseconds. Comes after admission, so only who may know waits and is told 404. Where the service has no
 * {@link Communities} (member-service asks its own store) it lets everything through.
 */
class KnownCommunity {
    private final Instance<Communities> communities;

    KnownCommunity(@Any Instance<Communities> communities) {
        this.communities = communities;
    }

    @ServerRequestFilter(priority = Priorities.USER + 100)
    public Uni<Void> admit(ContainerRequestContext request) {
        String community = request.getUriInfo().getPathParameters().getFirst("community");
        if (community == null || communities.isUnsatisfied()) {
            return Uni.createFrom().voidItem();
        }
        Communities known = communities.get();
        return known.find(community).isPresent() ? Uni.createFrom().voidItem() : arrival(known, community);
    }

    private static Uni<Void> arrival(Communities known, String community) {
        return Arrival.of(() -> {
            var _ = known.require(community);
        });
    }
}

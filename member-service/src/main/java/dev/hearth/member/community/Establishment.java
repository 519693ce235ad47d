package dev.hearth.member.community;

import dev.hearth.platform.identity.Caller;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.Collision;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Establishes communities and changes their charters. */
@ApplicationScoped
public class Establishment {
    private final Communities communities;
    private final CommunityEvents events;
    private final Clock clock;

    Establishment(Communities communities, CommunityEvents events, Clock clock) {
        this.communities = communities;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Establishes the community, or gives the existing one the charter, which needs {@code ifMatch} if it changes
     * anything.
     */
    Uni<Put<Community>> establish(CommunityId id, Charter charter, IfMatch ifMatch) {
        // The transaction is opened here, not by annotation: of two that establish the same, the second begins anew.
        return Panache.withTransaction(() -> put(id, charter, ifMatch))
                .onFailure(Collision::isCollision)
                .retry()
                .atMost(1);
    }

    /** The community; fails with {@code unknown-community}. */
    @WithSession
    public Uni<Community> get(CommunityId id) {
        return communities.get(id);
    }

    @WithSession
    Uni<Page<Community>> page(Caller caller, Paging paging) {
        int limit = paging.limit();
        return communities
                .page(caller, paging.after(), limit + 1)
                .map(rows -> Page.of(rows, limit, community -> community.id().value()));
    }

    private Uni<Put<Community>> put(CommunityId id, Charter charter, IfMatch ifMatch) {
        return communities
                .lock(id)
                .chain(found -> found.map(community -> recharter(community, charter, ifMatch))
                        .orElseGet(() -> create(id, charter)));
    }

    private Uni<Put<Community>> create(CommunityId id, Charter charter) {
        return communities
                .add(Community.establish(id, charter, clock.instant()))
                .call(events::tell)
                .map(Put.Created::new);
    }

    private Uni<Put<Community>> recharter(Community community, Charter charter, IfMatch ifMatch) {
        Put<Community> existing = new Put.Existing<>(community);
        long read = community.version();
        if (!community.recharter(charter, clock.instant())) {
            return Uni.createFrom().item(existing);
        }
        ifMatch.require(read);
        return events.tell(community).replaceWith(existing);
    }
}

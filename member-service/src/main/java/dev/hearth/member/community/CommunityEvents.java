package dev.hearth.member.community;

import dev.hearth.contract.member.CommunityState;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the world of communities. */
@ApplicationScoped
class CommunityEvents {
    private final Events events;
    private final Outbox outbox;

    CommunityEvents(Events events, Outbox outbox) {
        this.events = events;
        this.outbox = outbox;
    }

    /** Whole state, in the transaction that changed it. */
    Uni<Void> tell(Community community) {
        String id = community.id().value();
        return outbox.add(events.of(id, id, null, community.version(), state(community)));
    }

    private static CommunityState state(Community community) {
        Charter charter = community.charter();
        return new CommunityState(
                community.id().value(),
                charter.name(),
                charter.purpose(),
                charter.zone(),
                charter.joinMode(),
                community.version());
    }
}

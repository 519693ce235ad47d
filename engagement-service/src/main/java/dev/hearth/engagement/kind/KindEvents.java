package dev.hearth.engagement.kind;

import dev.hearth.contract.engagement.EventKindState;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.event.Topics;
import dev.hearth.platform.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the world of declared kinds: rules elsewhere may name them. */
@ApplicationScoped
class KindEvents {
    private final Events events;
    private final Outbox outbox;

    KindEvents(Events events, Outbox outbox) {
        this.events = events;
        this.outbox = outbox;
    }

    /** Whole state, in the transaction under way, which holds the lock of {@link EventKinds#nextRevision}. */
    Uni<Void> tell(String community, EventKind kind) {
        return outbox.add(events.of(
                community, Topics.kindKey(community, kind.kind()), null, kind.version(), state(community, kind)));
    }

    private static EventKindState state(String community, EventKind kind) {
        return new EventKindState(community, kind.kind(), kind.description(), kind.version());
    }
}

package dev.hearth.member.group;

import dev.hearth.contract.member.GroupState;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.event.Topics;
import dev.hearth.platform.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the world of groups. */
@ApplicationScoped
class GroupEvents {
    private final Events events;
    private final Outbox outbox;

    GroupEvents(Events events, Outbox outbox) {
        this.events = events;
        this.outbox = outbox;
    }

    /** Whole state, in the transaction that changed it. */
    Uni<Void> tell(Group group) {
        String community = group.key().community();
        String key = Topics.groupKey(community, group.key().groupId());
        return outbox.add(events.of(community, key, null, group.version(), state(group)));
    }

    private static GroupState state(Group group) {
        return new GroupState(
                group.key().community(),
                group.key().groupId(),
                group.signboard().name(),
                group.signboard().zone(),
                group.signboard().owner(),
                group.version());
    }
}

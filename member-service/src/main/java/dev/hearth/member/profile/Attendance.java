package dev.hearth.member.profile;

import dev.hearth.member.community.Establishment;
import dev.hearth.member.group.Formation;
import dev.hearth.member.group.GroupId;
import dev.hearth.platform.resource.Put;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Which groups members are in. */
@ApplicationScoped
class Attendance {
    private final Members members;
    private final Establishment communities;
    private final Formation groups;
    private final MemberEvents events;
    private final Clock clock;

    Attendance(Members members, Establishment communities, Formation groups, MemberEvents events, Clock clock) {
        this.members = members;
        this.communities = communities;
        this.groups = groups;
        this.events = events;
        this.clock = clock;
    }

    /** The member joins the group; nothing if it is in. */
    @WithTransaction
    Uni<Put<Member>> join(MemberKey key, GroupId group) {
        return locked(key, group).chain(member -> {
            boolean in = member.groups().contains(group);
            Put<Member> put = in ? new Put.Existing<>(member) : new Put.Created<>(member);
            return events.tell(member, member.join(group, clock.instant())).replaceWith(put);
        });
    }

    /** The member leaves the group; nothing if it is not in. */
    @WithTransaction
    Uni<Void> leave(MemberKey key, GroupId group) {
        return locked(key, group).chain(member -> events.tell(member, member.leave(group, clock.instant())));
    }

    private Uni<Member> locked(MemberKey key, GroupId group) {
        return communities
                .get(key.communityId())
                .chain(() -> groups.require(key.communityId(), group))
                .chain(() -> members.getLocked(key));
    }
}

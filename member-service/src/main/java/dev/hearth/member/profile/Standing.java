package dev.hearth.member.profile;

import dev.hearth.contract.member.MemberStatus;
import dev.hearth.member.community.Establishment;
import dev.hearth.platform.resource.IfMatch;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Where members stand: operators decide, members leave. */
@ApplicationScoped
class Standing {
    private final Members members;
    private final Establishment communities;
    private final MemberEvents events;
    private final Clock clock;

    Standing(Members members, Establishment communities, MemberEvents events, Clock clock) {
        this.members = members;
        this.communities = communities;
        this.events = events;
        this.clock = clock;
    }

    /** An operator approves, bans, reinstates or removes the member. */
    @WithTransaction
    Uni<Member> decide(MemberKey key, MemberStatus next, @Nullable String reason, IfMatch ifMatch) {
        return locked(key).call(member -> {
            ifMatch.allow(member.version());
            return events.tell(member, member.decide(next, reason, clock.instant()));
        });
    }

    /** The member leaves the community. */
    @WithTransaction
    Uni<Member> depart(MemberKey key, @Nullable String reason) {
        return locked(key).call(member -> events.tell(member, member.depart(reason, clock.instant())));
    }

    private Uni<Member> locked(MemberKey key) {
        return communities.get(key.communityId()).chain(() -> members.getLocked(key));
    }
}

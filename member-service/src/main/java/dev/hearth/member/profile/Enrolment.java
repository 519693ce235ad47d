package dev.hearth.member.profile;

import dev.hearth.contract.member.MemberStatus;
import dev.hearth.member.community.Establishment;
import dev.hearth.member.group.Formation;
import dev.hearth.member.group.GroupId;
import dev.hearth.platform.problem.Collision;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Lets members in, and keeps what is known of them. */
@ApplicationScoped
class Enrolment {
    private final Members members;
    private final Establishment communities;
    private final Formation groups;
    private final MemberEvents events;
    private final Clock clock;

    Enrolment(Members members, Establishment communities, Formation groups, MemberEvents events, Clock clock) {
        this.members = members;
        this.communities = communities;
        this.groups = groups;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Enrols the member, or states of the existing one what {@code said} says, which needs {@code ifMatch} if it
     * changes anything.
     */
    Uni<Put<Member>> enrol(MemberKey key, EnrolMember said, IfMatch ifMatch) {
        // The transaction is opened here, not by annotation: of two that enrol the same, the second begins anew.
        return Panache.withTransaction(() -> put(key, said, ifMatch))
                .onFailure(Collision::isCollision)
                .retry()
                .atMost(1);
    }

    /** Gives the member the profile that {@code change} makes of what is known. */
    @WithTransaction
    Uni<Member> amend(MemberKey key, UnaryOperator<Profile> change, IfMatch ifMatch) {
        return locked(key).call(member -> {
            ifMatch.require(member.version());
            return events.tell(member, member.amend(change.apply(member.profile()), member.groups(), clock.instant()));
        });
    }

    private Uni<Put<Member>> put(MemberKey key, EnrolMember said, IfMatch ifMatch) {
        return members.lock(key)
                .chain(found ->
                        found.map(member -> again(member, said, ifMatch)).orElseGet(() -> welcome(key, said)));
    }

    private Uni<Put<Member>> welcome(MemberKey key, EnrolMember said) {
        Profile profile = said.over(Profile.BLANK);
        Set<GroupId> into = said.into(Set.of());
        Instant now = clock.instant();
        Instant joinedAt = said.arrival(now);
        return communities
                .get(key.communityId())
                .call(() -> groups.requireAll(key.communityId(), into))
                .chain(community -> members.add(
                        Member.enrol(key, StatusPolicy.first(community.joinMode()), profile, into, joinedAt, now)))
                .call(member -> events.tellArrival(member, member.arrival()))
                .map(Put.Created::new);
    }

    private Uni<Put<Member>> again(Member member, EnrolMember said, IfMatch ifMatch) {
        said.requireArrival(member.joinedAt());
        Set<GroupId> added = new TreeSet<>(said.into(Set.of()));
        added.removeAll(member.groups());
        long read = member.version();
        return groups.requireAll(member.key().communityId(), added)
                .chain(() -> restate(member, said))
                .invoke(happened -> requireRead(happened, read, ifMatch))
                .call(happened -> events.tell(member, happened))
                .replaceWith(new Put.Existing<>(member));
    }

    private Uni<List<MemberEvent>> restate(Member member, EnrolMember said) {
        Profile profile = said.over(member.profile());
        Set<GroupId> into = said.into(member.groups());
        if (member.status() != MemberStatus.LEFT) {
            return Uni.createFrom().item(member.amend(profile, into, clock.instant()));
        }
        return communities
                .get(member.key().communityId())
                .map(community -> StatusPolicy.first(community.joinMode()))
                .map(first -> member.comeBack(first, profile, into, clock.instant()));
    }

    private static void requireRead(List<MemberEvent> happened, long read, IfMatch ifMatch) {
        if (!happened.isEmpty()) {
            ifMatch.require(read);
        }
    }

    private Uni<Member> locked(MemberKey key) {
        return communities.get(key.communityId()).chain(() -> members.getLocked(key));
    }
}

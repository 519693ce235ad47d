package dev.hearth.member.profile;

import dev.hearth.contract.member.GroupJoined;
import dev.hearth.contract.member.GroupLeft;
import dev.hearth.contract.member.MemberJoined;
import dev.hearth.contract.member.MemberLeft;
import dev.hearth.contract.member.MemberLevelChanged;
import dev.hearth.contract.member.MemberProfileChanged;
import dev.hearth.contract.member.MemberState;
import dev.hearth.contract.member.MemberStatusChanged;
import dev.hearth.contract.member.MemberTagged;
import dev.hearth.member.community.CommunityId;
import dev.hearth.member.group.Formation;
import dev.hearth.member.group.GroupId;
import dev.hearth.member.group.Zones;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells the world of members. Which local day a fact counts for is decided here, once, by the zones that hold in the
 * transaction that made it: a zone that is changed later moves no fact.
 */
@ApplicationScoped
class MemberEvents {
    private final Events events;
    private final Formation groups;
    private final Outbox outbox;
    private final Clock clock;

    MemberEvents(Events events, Formation groups, Outbox outbox, Clock clock) {
        this.events = events;
        this.groups = groups;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * The facts and, after them, the member's whole state; in the transaction that made them. Nothing if there are
     * none.
     */
    Uni<Void> tell(Member member, List<MemberEvent> happened) {
        return tell(member, happened, clock.instant());
    }

    /** The same of one who just came: what it did is of the time at which it joined, which may be long ago. */
    Uni<Void> tellArrival(Member member, List<MemberEvent> happened) {
        return tell(member, happened, member.joinedAt());
    }

    /** The same of many who just came to one community, at once. */
    Uni<Void> tellArrivals(CommunityId community, List<Member> members) {
        Set<GroupId> into =
                members.stream().flatMap(member -> member.groups().stream()).collect(Collectors.toSet());
        return groups.zones(community, into)
                .map(zones -> members.stream()
                        .flatMap(member -> told(member, member.arrival(), zones, member.joinedAt()).stream())
                        .toList())
                .chain(outbox::add);
    }

    private Uni<Void> tell(Member member, List<MemberEvent> happened, Instant at) {
        if (happened.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return groups.zones(member.key().communityId(), groupsOf(happened))
                .map(zones -> told(member, happened, zones, at))
                .chain(outbox::add);
    }

    private List<CloudEvent> told(Member member, List<MemberEvent> happened, Zones zones, Instant at) {
        MemberKey key = member.key();
        List<CloudEvent> all = new ArrayList<>();
        happened.forEach(event -> all.add(events.ofMember(
                key.community(), key.memberId(), member.version(), fact(key.memberId(), event, zones, at), at)));
        all.add(events.ofMember(key.community(), key.memberId(), member.version(), state(member)));
        return all;
    }

    private static Record fact(String id, MemberEvent event, Zones zones, Instant at) {
        return switch (event) {
            case MemberEvent.Joined joined -> new MemberJoined(id, joined.status(), joined.channel(), zones.day(at));
            case MemberEvent.Left left -> new MemberLeft(id, left.reason(), zones.day(at));
            case MemberEvent.StatusChanged changed ->
                new MemberStatusChanged(id, changed.from(), changed.to(), changed.reason(), zones.day(at));
            case MemberEvent.GroupJoined joined ->
                new GroupJoined(id, joined.group().value(), zones.day(joined.group(), at));
            case MemberEvent.GroupLeft left -> new GroupLeft(id, left.group().value(), zones.day(left.group(), at));
            case MemberEvent.Tagged tagged ->
                new MemberTagged(id, Set.copyOf(tagged.added()), Set.copyOf(tagged.removed()), zones.day(at));
            case MemberEvent.LevelChanged changed ->
                new MemberLevelChanged(id, changed.from(), changed.to(), zones.day(at));
            case MemberEvent.ProfileChanged changed ->
                new MemberProfileChanged(id, Set.copyOf(changed.fields()), zones.day(at));
        };
    }

    private static Set<GroupId> groupsOf(List<MemberEvent> happened) {
        return happened.stream()
                .flatMap(event -> switch (event) {
                    case MemberEvent.GroupJoined joined -> Stream.of(joined.group());
                    case MemberEvent.GroupLeft left -> Stream.of(left.group());
                    case MemberEvent.Joined _,
                            MemberEvent.Left _,
                            MemberEvent.StatusChanged _,
                            MemberEvent.Tagged _,
                            MemberEvent.LevelChanged _,
                            MemberEvent.ProfileChanged _ -> Stream.empty();
                })
                .collect(Collectors.toSet());
    }

    private static MemberState state(Member member) {
        Profile profile = member.profile();
        return new MemberState(
                member.key().community(),
                member.key().memberId(),
                member.status(),
                profile.level(),
                member.groups().stream().map(GroupId::value).collect(Collectors.toSet()),
                Set.copyOf(profile.tags()),
                profile.zone(),
                profile.planted(),
                member.version());
    }
}

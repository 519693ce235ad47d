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
import dev.hearth.member.group.GroupId;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells the world of members. */
@ApplicationScoped
class MemberEvents {
    private final Events events;
    private final Outbox outbox;

    MemberEvents(Events events, Outbox outbox) {
        this.events = events;
        this.outbox = outbox;
    }

    /**
     * The facts and, after them, the member's whole state; in the transaction that made them. Nothing if there are
     * none.
     */
    Uni<Void> tell(Member member, List<MemberEvent> happened) {
        return tell(member, happened, payload -> of(member, payload));
    }

    /** The same of one who just came: what it did is of the time at which it joined, which may be long ago. */
    Uni<Void> tellArrival(Member member, List<MemberEvent> happened) {
        MemberKey key = member.key();
        return tell(
                member,
                happened,
                payload ->
                        events.ofMember(key.community(), key.memberId(), member.version(), payload, member.joinedAt()));
    }

    private Uni<Void> tell(Member member, List<MemberEvent> happened, Function<Record, CloudEvent> told) {
        if (happened.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<CloudEvent> all = new ArrayList<>();
        happened.forEach(event -> all.add(told.apply(fact(member.key().memberId(), event))));
        all.add(of(member, state(member)));
        return outbox.add(all);
    }

    private CloudEvent of(Member member, Record payload) {
        MemberKey key = member.key();
        return events.ofMember(key.community(), key.memberId(), member.version(), payload);
    }

    private static Record fact(String id, MemberEvent event) {
        return switch (event) {
            case MemberEvent.Joined joined -> new MemberJoined(id, joined.status(), joined.channel());
            case MemberEvent.Left left -> new MemberLeft(id, left.reason());
            case MemberEvent.StatusChanged changed ->
                new MemberStatusChanged(id, changed.from(), changed.to(), changed.reason());
            case MemberEvent.GroupJoined joined ->
                new GroupJoined(id, joined.group().value());
            case MemberEvent.GroupLeft left -> new GroupLeft(id, left.group().value());
            case MemberEvent.Tagged tagged ->
                new MemberTagged(id, Set.copyOf(tagged.added()), Set.copyOf(tagged.removed()));
            case MemberEvent.LevelChanged changed -> new MemberLevelChanged(id, changed.from(), changed.to());
            case MemberEvent.ProfileChanged changed -> new MemberProfileChanged(id, Set.copyOf(changed.fields()));
        };
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

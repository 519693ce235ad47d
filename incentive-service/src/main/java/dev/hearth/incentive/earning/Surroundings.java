package dev.hearth.incentive.earning;

import dev.hearth.incentive.accrual.Occurrence;
import dev.hearth.incentive.condition.CommunityFacts;
import dev.hearth.incentive.condition.EventFacts;
import dev.hearth.incentive.condition.Facts;
import dev.hearth.incentive.condition.MemberFacts;
import dev.hearth.incentive.member.Members;
import dev.hearth.platform.state.Communities;
import dev.hearth.platform.state.Community;
import dev.hearth.platform.state.Group;
import dev.hearth.platform.time.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts what an event tells into what is known of its community, its group and its member. Members and groups are as
 * they are known when the event is applied, not when it occurred.
 */
@ApplicationScoped
public class Surroundings {
    private final Communities communities;
    private final Members members;

    Surroundings(Communities communities, Members members) {
        this.communities = communities;
        this.members = members;
    }

    /** Whether everything is known that was there at the start: before, nobody's account would be known as planted. */
    public boolean areKnown() {
        return communities.isReady() && members.isReady();
    }

    /** Accounts that operators run (托儿) neither earn nor lose. */
    public boolean earns(String community, String member) {
        return members.find(community, member).map(known -> !known.planted()).orElse(true);
    }

    /** Whose days are the community's. */
    public ZoneId zone(String community) {
        return communities.find(community).map(Community::zone).orElse(ZoneOffset.UTC);
    }

    /** @param tier of who acts, where a rule asks for it */
    public Deed deed(Telling told, @Nullable String tier) {
        String community = told.event().community();
        Optional<Group> group = Optional.ofNullable(told.groupId()).flatMap(id -> communities.findGroup(community, id));
        ZoneId zone = zone(told, group);
        LocalDate localDate =
                Objects.requireNonNullElseGet(told.localDate(), () -> LocalDate.ofInstant(told.occurredAt(), zone));
        String target = told.target();
        Occurrence occurrence = new Occurrence(
                community,
                told.event().id(),
                told.kind(),
                told.member(),
                told.occurredAt(),
                localDate,
                new Occurrence.Place(
                        told.groupId(),
                        group.flatMap(Group::owner).orElse(null),
                        target != null && Identifier.isValid(target) ? target : null),
                told.value(),
                facts(told, zone, localDate, tier));
        return new Deed(
                occurrence,
                told.position(),
                told.event().correlationId(),
                told.event().traceparent());
    }

    private Facts facts(Telling told, ZoneId zone, LocalDate localDate, @Nullable String tier) {
        String community = told.event().community();
        MemberFacts member = members.get(community, told.member());
        return Facts.of(
                new EventFacts(
                        told.kind(),
                        told.member(),
                        told.groupId(),
                        told.target(),
                        told.value(),
                        told.occurredAt(),
                        zone,
                        localDate,
                        told.properties()),
                tier == null ? member : member.withTier(tier),
                communities
                        .find(community)
                        .map(known -> new CommunityFacts(
                                community, known.name(), known.zone().getId()))
                        .orElseGet(() -> new CommunityFacts(community, community, "UTC")));
    }

    private ZoneId zone(Telling told, Optional<Group> group) {
        String named = told.zone();
        return named != null
                ? ZoneId.of(named)
                : group.flatMap(Group::ownZone)
                        .orElseGet(() -> zone(told.event().community()));
    }
}

package dev.hearth.member.profile;

import dev.hearth.contract.member.MemberStatus;
import dev.hearth.member.group.GroupId;
import dev.hearth.platform.problem.ProblemException;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/**
 * A member of a community. Every verb gives the events of what it changed, none if nothing, and raises the version by
 * one if something.
 */
@Entity
class Member {
    static final int MAX_GROUPS = 200;

    @EmbeddedId
    private MemberKey key;

    @Enumerated(EnumType.STRING)
    private MemberStatus status;

    private @Nullable String statusReason;

    @Embedded
    private Profile profile;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(
            name = "membership",
            joinColumns = {
                @JoinColumn(name = "community", referencedColumnName = "community"),
                @JoinColumn(name = "member_id", referencedColumnName = "member_id")
            })
    @Column(name = "group_id")
    private Set<String> groups = new HashSet<>();

    private Instant joinedAt;
    private Instant changedAt;
    private long version;

    @SuppressWarnings("NullAway.Init") // for Hibernate, which fills the fields
    protected Member() {}

    private Member(
            MemberKey key, MemberStatus status, Profile profile, Set<GroupId> groups, Instant joinedAt, Instant now) {
        this.key = key;
        this.status = status;
        this.profile = profile;
        groups.forEach(group -> this.groups.add(group.value()));
        this.joinedAt = joinedAt;
        this.changedAt = now;
        this.version = 1;
    }

    /**
     * Enrols somebody new; {@link #arrival} tells what happened.
     *
     * @param joinedAt since when it is a member, not after {@code now}
     */
    static Member enrol(
            MemberKey key, MemberStatus first, Profile profile, Set<GroupId> groups, Instant joinedAt, Instant now) {
        return new Member(key, first, profile, groups, joinedAt, now);
    }

    /** The events of one who just came. */
    List<MemberEvent> arrival() {
        List<MemberEvent> events = new ArrayList<>();
        events.add(new MemberEvent.Joined(status, profile.channel()));
        groups().forEach(group -> events.add(new MemberEvent.GroupJoined(group)));
        return events;
    }

    /** Lets one in again who had left. */
    List<MemberEvent> comeBack(MemberStatus first, Profile next, Set<GroupId> into, Instant now) {
        if (status != MemberStatus.LEFT) {
            throw forbidden("only who left can come back");
        }
        status = first;
        statusReason = null;
        joinedAt = now;
        List<MemberEvent> events = new ArrayList<>(changes(next));
        events.add(new MemberEvent.Joined(first, next.channel()));
        events.addAll(moves(into));
        return done(events, now);
    }

    /** Gives the member another profile and other groups. */
    List<MemberEvent> amend(Profile next, Set<GroupId> into, Instant now) {
        List<MemberEvent> events = new ArrayList<>(changes(next));
        events.addAll(moves(into));
        return done(events, now);
    }

    List<MemberEvent> join(GroupId group, Instant now) {
        SortedSet<GroupId> into = groups();
        into.add(group);
        return done(moves(into), now);
    }

    List<MemberEvent> leave(GroupId group, Instant now) {
        SortedSet<GroupId> into = groups();
        into.remove(group);
        return done(moves(into), now);
    }

    /** An operator's decision: see {@link StatusPolicy#decisions}. */
    List<MemberEvent> decide(MemberStatus next, @Nullable String reason, Instant now) {
        if (next == status) {
            return List.of();
        }
        if (!StatusPolicy.decisions(status).contains(next)) {
            throw forbidden("it may become " + StatusPolicy.decisions(status) + ", not " + next);
        }
        if (next == MemberStatus.LEFT) {
            return goAway(reason, now);
        }
        MemberEvent event = new MemberEvent.StatusChanged(status, next, reason);
        status = next;
        statusReason = reason;
        return done(List.of(event), now);
    }

    /** Leaves the community by its own will, and with it all groups. */
    List<MemberEvent> depart(@Nullable String reason, Instant now) {
        return switch (status) {
            case LEFT -> List.of();
            case PENDING, ACTIVE -> goAway(reason, now);
            case BANNED -> throw forbidden("a ban outlasts leaving; an operator may lift it");
        };
    }

    private List<MemberEvent> goAway(@Nullable String reason, Instant now) {
        List<MemberEvent> events = new ArrayList<>();
        groups().forEach(group -> events.add(new MemberEvent.GroupLeft(group)));
        groups.clear();
        status = MemberStatus.LEFT;
        statusReason = reason;
        events.add(new MemberEvent.Left(reason));
        return done(events, now);
    }

    private List<MemberEvent> changes(Profile next) {
        List<MemberEvent> events = profile.changesTo(next);
        profile = next;
        return events;
    }

    private List<MemberEvent> moves(Set<GroupId> into) {
        List<MemberEvent> events = new ArrayList<>();
        SortedSet<GroupId> before = groups();
        before.stream().filter(group -> !into.contains(group)).forEach(group -> {
            groups.remove(group.value());
            events.add(new MemberEvent.GroupLeft(group));
        });
        new TreeSet<>(into).stream().filter(group -> !before.contains(group)).forEach(group -> {
            groups.add(group.value());
            events.add(new MemberEvent.GroupJoined(group));
        });
        requireGroupsAllowed(events);
        return events;
    }

    private void requireGroupsAllowed(List<MemberEvent> moves) {
        if (moves.stream().anyMatch(MemberEvent.GroupJoined.class::isInstance) && !StatusPolicy.belongs(status)) {
            throw forbidden("it joins no groups");
        }
        if (groups.size() > MAX_GROUPS) {
            throw new ProblemException(
                    MemberProblem.TOO_MANY_GROUPS,
                    "a member is in at most " + MAX_GROUPS + " groups; leave some first");
        }
    }

    private List<MemberEvent> done(List<MemberEvent> events, Instant now) {
        if (!events.isEmpty()) {
            // The clock of another replica may be behind; a change is never before what it changes.
            changedAt = now.isAfter(changedAt) ? now : changedAt;
            version++;
        }
        return events;
    }

    private ProblemException forbidden(String rule) {
        return new ProblemException(MemberProblem.STATUS_FORBIDS, "the member is " + status + ": " + rule);
    }

    MemberKey key() {
        return key;
    }

    MemberStatus status() {
        return status;
    }

    @Nullable
    String statusReason() {
        return statusReason;
    }

    Profile profile() {
        return profile;
    }

    /** A copy. */
    SortedSet<GroupId> groups() {
        SortedSet<GroupId> copy = new TreeSet<>();
        groups.forEach(group -> copy.add(new GroupId(group)));
        return copy;
    }

    Instant joinedAt() {
        return joinedAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    long version() {
        return version;
    }
}

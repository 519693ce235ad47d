package dev.hearth.member.group;

import dev.hearth.member.community.CommunityId;
import dev.hearth.member.community.Establishment;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.Collision;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Forms groups and changes what they show of themselves. */
@ApplicationScoped
public class Formation {
    private final Groups groups;
    private final Establishment communities;
    private final GroupEvents events;
    private final Clock clock;

    Formation(Groups groups, Establishment communities, GroupEvents events, Clock clock) {
        this.groups = groups;
        this.communities = communities;
        this.events = events;
        this.clock = clock;
    }

    /** Forms the group, or changes the existing one, which needs {@code ifMatch} if it changes anything. */
    Uni<Put<Group>> form(CommunityId community, GroupId id, Signboard signboard, IfMatch ifMatch) {
        // The transaction is opened here, not by annotation: of two that form the same, the second begins anew.
        return Panache.withTransaction(() -> put(community, id, signboard, ifMatch))
                .onFailure(Collision::isCollision)
                .retry()
                .atMost(1);
    }

    @WithSession
    Uni<Group> get(CommunityId community, GroupId id) {
        return communities
                .get(community)
                .chain(() -> groups.find(GroupKey.of(community, id)))
                .map(found -> found.orElseThrow(() -> unknown(id)));
    }

    @WithSession
    Uni<Page<Group>> page(CommunityId community, Paging paging) {
        int limit = paging.limit();
        return communities
                .get(community)
                .chain(() -> groups.page(community, paging.after(), limit + 1))
                .map(rows -> Page.of(rows, limit, group -> group.key().groupId()));
    }

    /** Fails with {@code unknown-group} where the community has no such group. */
    @WithSession
    public Uni<Void> require(CommunityId community, GroupId id) {
        return groups.find(GroupKey.of(community, id))
                .map(found -> found.orElseThrow(() -> unknown(id)))
                .replaceWithVoid();
    }

    /** Fails with {@code unknown-groups} naming those that the community does not have. */
    @WithSession
    public Uni<Void> requireAll(CommunityId community, Collection<GroupId> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<String> asked = ids.stream().map(GroupId::value).collect(Collectors.toSet());
        return groups.known(community, asked)
                .invoke(known -> refuse(asked.stream().filter(id -> !known.contains(id))))
                .replaceWithVoid();
    }

    /** The zones of a community and of some of its groups, as they are now. */
    @WithSession
    public Uni<Zones> zones(CommunityId community, Set<GroupId> asked) {
        return communities
                .get(community)
                .chain(known -> own(community, asked).map(own -> new Zones(known.zone(), own)));
    }

    private Uni<Map<GroupId, ZoneId>> own(CommunityId community, Set<GroupId> asked) {
        if (asked.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Set<String> ids = asked.stream().map(GroupId::value).collect(Collectors.toSet());
        return groups.zoned(community, ids)
                .map(zoned -> zoned.stream()
                        .collect(Collectors.toMap(
                                group -> new GroupId(group.key().groupId()),
                                group -> ZoneId.of(
                                        Objects.requireNonNull(group.signboard().zone())))));
    }

    /** Those of the ids that are groups of the community; for {@link #requireKnown}. */
    @WithSession
    public Uni<Set<GroupId>> known(CommunityId community, Collection<GroupId> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        Set<String> asked = ids.stream().map(GroupId::value).collect(Collectors.toSet());
        return groups.known(community, asked)
                .map(known -> known.stream().map(GroupId::new).collect(Collectors.toSet()));
    }

    /** Fails with {@code unknown-groups} naming those that are not {@code known}. */
    public static void requireKnown(Collection<GroupId> ids, Set<GroupId> known) {
        refuse(ids.stream().filter(id -> !known.contains(id)).map(GroupId::value));
    }

    private Uni<Put<Group>> put(CommunityId community, GroupId id, Signboard signboard, IfMatch ifMatch) {
        return groups.lock(GroupKey.of(community, id))
                .chain(found -> found.map(group -> reletter(group, signboard, ifMatch))
                        .orElseGet(() -> create(community, id, signboard)));
    }

    private Uni<Put<Group>> create(CommunityId community, GroupId id, Signboard signboard) {
        return communities
                .get(community)
                .chain(() -> groups.add(Group.form(community, id, signboard, clock.instant())))
                .call(events::tell)
                .map(Put.Created::new);
    }

    private Uni<Put<Group>> reletter(Group group, Signboard signboard, IfMatch ifMatch) {
        Put<Group> existing = new Put.Existing<>(group);
        long read = group.version();
        if (!group.reletter(signboard, clock.instant())) {
            return Uni.createFrom().item(existing);
        }
        ifMatch.require(read);
        return events.tell(group).replaceWith(existing);
    }

    private static void refuse(Stream<String> unknown) {
        List<FieldError> errors = unknown.sorted()
                .map(id -> new FieldError("/groups", "names " + id + ", which is no group; PUT the group first"))
                .toList();
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    GroupProblem.UNKNOWN_GROUPS, errors.size() + " of the groups do not exist", errors);
        }
    }

    private static ProblemException unknown(GroupId id) {
        return new ProblemException(
                GroupProblem.UNKNOWN_GROUP, "the community has no group " + id.value() + "; PUT it first");
    }
}

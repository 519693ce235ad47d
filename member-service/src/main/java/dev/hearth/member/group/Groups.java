package dev.hearth.member.group;

import dev.hearth.member.community.CommunityId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The store of groups. */
@ApplicationScoped
class Groups {
    Uni<Optional<Group>> find(GroupKey key) {
        return Panache.getSession()
                .chain(session -> session.find(Group.class, key))
                .map(Optional::ofNullable);
    }

    /** The group, locked until the transaction ends. */
    Uni<Optional<Group>> lock(GroupKey key) {
        return Panache.getSession()
                .chain(session -> session.find(Group.class, key, LockModeType.PESSIMISTIC_WRITE))
                .map(Optional::ofNullable);
    }

    /** Inserts at once, so that what is numbered after it is numbered under its lock. */
    Uni<Group> add(Group group) {
        return Panache.getSession()
                .chain(session -> session.persist(group).chain(session::flush))
                .replaceWith(group);
    }

    /** Which of these ids are groups of the community. */
    Uni<List<String>> known(CommunityId community, Set<String> ids) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select key.groupId from CommunityGroup"
                                        + " where key.community = :community and key.groupId in :ids",
                                String.class)
                        .setParameter("community", community.value())
                        .setParameter("ids", ids)
                        .getResultList());
    }

    /** Those of the groups with these ids that have a zone of their own. */
    Uni<List<Group>> zoned(CommunityId community, Set<String> ids) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from CommunityGroup where key.community = :community and key.groupId in :ids"
                                        + " and signboard.zone is not null",
                                Group.class)
                        .setParameter("community", community.value())
                        .setParameter("ids", ids)
                        .getResultList());
    }

    /** The community's groups by id, after {@code after}. */
    Uni<List<Group>> page(CommunityId community, String after, int rows) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from CommunityGroup where key.community = :community and key.groupId > :after"
                                        + " order by key.groupId",
                                Group.class)
                        .setParameter("community", community.value())
                        .setParameter("after", after)
                        .setMaxResults(rows)
                        .getResultList());
    }
}

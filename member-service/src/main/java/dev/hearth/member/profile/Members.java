package dev.hearth.member.profile;

import dev.hearth.contract.member.MemberStatus;
import dev.hearth.member.community.CommunityId;
import dev.hearth.member.group.GroupId;
import dev.hearth.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The store of members. */
@ApplicationScoped
class Members {
    private static final String INSERT_FREE = """
            with said as (
                select *
                from json_to_recordset(cast(cast(:rows as text) as json)) as r(
                    member_id text, status text, display_name text, channel text, zone text, tags text[],
                    level integer, planted boolean, joined_at timestamptz, changed_at timestamptz, version bigint,
                    groups text[])
            ), added as (
                insert into member (community, member_id, status, display_name, channel, zone, tags, level, planted,
                    joined_at, changed_at, version)
                select cast(:community as text), member_id, status, display_name, channel, zone, tags, level, planted,
                    joined_at, changed_at, version
                from said
                order by member_id
                on conflict do nothing
                returning member_id
            ), placed as (
                insert into membership (community, member_id, group_id)
                select cast(:community as text), member_id, unnest(groups)
                from said join added using (member_id)
            )
            select member_id from added
            """;

    /** Which members of a community are asked for: all, or those of a status, of a group, or both. */
    record Selection(
            CommunityId community,
            @Nullable MemberStatus status,
            @Nullable GroupId group) {}

    /** The member; fails with {@code unknown-member}. */
    Uni<Member> get(MemberKey key) {
        return Panache.getSession()
                .chain(session -> session.find(Member.class, key))
                .onItem()
                .ifNull()
                .failWith(() -> unknown(key));
    }

    /** The member, locked until the transaction ends; fails with {@code unknown-member}. */
    Uni<Member> getLocked(MemberKey key) {
        return lock(key).map(found -> found.orElseThrow(() -> unknown(key)));
    }

    /** The member, locked until the transaction ends. */
    Uni<Optional<Member>> lock(MemberKey key) {
        return Panache.getSession()
                .chain(session -> session.find(Member.class, key, LockModeType.PESSIMISTIC_WRITE))
                .map(Optional::ofNullable);
    }

    /** Inserts at once, so that what is numbered after it is numbered under its lock. */
    Uni<Member> add(Member member) {
        return Panache.getSession()
                .chain(session -> session.persist(member).chain(session::flush))
                .replaceWith(member);
    }

    /**
     * Inserts those whose id is free, all in one statement, and gives their ids. In the order of the ids, so that two
     * who add the same wait for each other and never in a ring; what another transaction has just inserted is not free.
     */
    Uni<Set<String>> addFree(CommunityId community, List<Member> candidates) {
        if (candidates.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        JsonArray rows = new JsonArray();
        candidates.forEach(member -> rows.add(row(member)));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT_FREE, String.class)
                        .setParameter("community", community.value())
                        .setParameter("rows", rows.encode())
                        .getResultList())
                .map(Set::copyOf);
    }

    private static JsonObject row(Member member) {
        Profile profile = member.profile();
        return new JsonObject()
                .put("member_id", member.key().memberId())
                .put("status", member.status().name())
                .put("display_name", profile.displayName())
                .put("channel", profile.channel())
                .put("zone", profile.zone())
                .put("tags", new JsonArray(profile.tags()))
                .put("level", profile.level())
                .put("planted", profile.planted())
                .put("joined_at", member.joinedAt().toString())
                .put("changed_at", member.changedAt().toString())
                .put("version", member.version())
                .put(
                        "groups",
                        new JsonArray(
                                member.groups().stream().map(GroupId::value).toList()));
    }

    /** Copies of those of the members that exist: what is done to them is not stored. */
    Uni<List<Member>> copies(CommunityId community, Set<String> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                // Joined: looked up by a subselect, the groups of many took seconds while the tables
                                // had grown faster than their statistics.
                                "from Member m left join fetch m.groups"
                                        + " where m.key.community = :community and m.key.memberId in :ids",
                                Member.class)
                        .setParameter("community", community.value())
                        .setParameter("ids", ids)
                        .getResultList()
                        .invoke(found -> found.forEach(session::detach)));
    }

    /** Members by id, after {@code after}. */
    Uni<List<Member>> page(Selection selection, String after, int rows) {
        return Panache.getSession()
                .chain(session -> select(session, selection)
                        .setParameter("after", after)
                        .setMaxResults(rows)
                        .getResultList());
    }

    private static Mutiny.SelectionQuery<Member> select(Mutiny.Session session, Selection selection) {
        StringBuilder text = new StringBuilder("from Member m where m.key.community = :community");
        text.append(" and m.key.memberId > :after");
        text.append(selection.status() == null ? "" : " and m.status = :status");
        text.append(selection.group() == null ? "" : " and :group member of m.groups");
        text.append(" order by m.key.memberId");
        var query = session.createSelectionQuery(text.toString(), Member.class)
                .setParameter("community", selection.community().value());
        if (selection.status() != null) {
            query.setParameter("status", selection.status());
        }
        if (selection.group() != null) {
            query.setParameter("group", selection.group().value());
        }
        return query;
    }

    private static ProblemException unknown(MemberKey key) {
        return new ProblemException(
                MemberProblem.UNKNOWN_MEMBER, "the community has no member " + key.memberId() + "; PUT it first");
    }
}

package dev.hearth.member.profile;

import dev.hearth.contract.member.MemberStatus;
import dev.hearth.member.community.CommunityId;
import dev.hearth.member.group.GroupId;
import dev.hearth.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The store of members. */
@ApplicationScoped
class Members {
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

package dev.hearth.member.community;

import dev.hearth.platform.identity.Caller;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The store of communities. */
@ApplicationScoped
class Communities {
    /** The community; fails with {@link RequestProblem#UNKNOWN_COMMUNITY}. */
    Uni<Community> get(CommunityId id) {
        return Panache.getSession()
                .chain(session -> session.find(Community.class, id.value()))
                .onItem()
                .ifNull()
                .failWith(() -> unknown(id));
    }

    /** The community, locked until the transaction ends. */
    Uni<Optional<Community>> lock(CommunityId id) {
        return Panache.getSession()
                .chain(session -> session.find(Community.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
                .map(Optional::ofNullable);
    }

    /** Inserts at once, so that what is numbered after it is numbered under its lock. */
    Uni<Community> add(Community community) {
        return Panache.getSession()
                .chain(session -> session.persist(community).chain(session::flush))
                .replaceWith(community);
    }

    /** Those that the caller may know of, by id, after {@code after}. */
    Uni<List<Community>> page(Caller caller, String after, int rows) {
        return Panache.getSession()
                .chain(session ->
                        known(session, caller, after).setMaxResults(rows).getResultList());
    }

    private static Mutiny.SelectionQuery<Community> known(Mutiny.Session session, Caller caller, String after) {
        if (caller.mayActEverywhere()) {
            return session.createSelectionQuery("from Community where id > :after order by id", Community.class)
                    .setParameter("after", after);
        }
        return session.createSelectionQuery(
                        "from Community where id > :after and id in :known order by id", Community.class)
                .setParameter("after", after)
                .setParameter("known", caller.communities());
    }

    private static ProblemException unknown(CommunityId id) {
        return new ProblemException(
                RequestProblem.UNKNOWN_COMMUNITY, "there is no community " + id.value() + "; PUT it first");
    }
}

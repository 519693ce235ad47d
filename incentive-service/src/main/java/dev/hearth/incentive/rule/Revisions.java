package dev.hearth.incentive.rule;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import org.hibernate.reactive.mutiny.Mutiny;

/** The store of the communities' revisions. */
@ApplicationScoped
class Revisions {
    /** The community's revision, locked until the transaction ends: one change at a time. */
    Uni<BookRevision> lock(String community) {
        return Panache.getSession()
                .chain(session -> begin(session, community)
                        .chain(() -> session.find(BookRevision.class, community, LockModeType.PESSIMISTIC_WRITE)));
    }

    /** Inserted where it is missing, whoever else does so now, so that there is always a row to lock. */
    private static Uni<Integer> begin(Mutiny.Session session, String community) {
        return session.createNativeQuery(
                        "insert into rule_book (community, revision) values (:community, 0) on conflict do nothing")
                .setParameter("community", community)
                .executeUpdate();
    }
}

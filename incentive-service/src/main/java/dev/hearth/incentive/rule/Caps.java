package dev.hearth.incentive.rule;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The store of caps that rules share. */
@ApplicationScoped
class Caps {
    private static final String IN_FORCE = "from CapVersion c where c.key.community = :community and c.key.version ="
            + " (select max(l.key.version) from CapVersion l"
            + " where l.key.community = c.key.community and l.key.cap = c.key.cap)";

    /** The version in force. */
    Uni<Optional<CapVersion>> find(CapId id) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(IN_FORCE + " and c.key.cap = :cap", CapVersion.class)
                        .setParameter("community", id.community())
                        .setParameter("cap", id.cap())
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** The caps in force, by id, after {@code after}. */
    Uni<List<CapVersion>> page(String community, String after, int rows) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                IN_FORCE + " and c.key.cap > :after order by c.key.cap", CapVersion.class)
                        .setParameter("community", community)
                        .setParameter("after", after)
                        .setMaxResults(rows)
                        .getResultList());
    }

    Uni<CapVersion> add(CapVersion version) {
        return Panache.getSession()
                .chain(session -> session.persist(version).chain(session::flush))
                .replaceWith(version);
    }
}

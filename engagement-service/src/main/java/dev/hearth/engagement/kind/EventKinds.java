package dev.hearth.engagement.kind;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The declared kinds. */
@Singleton
class EventKinds implements PanacheRepositoryBase<EventKind, KindKey> {
    private static final String NEWER = """
            select community, kind, schema, revision from event_kind
            where revision > $1 order by revision limit $2""";

    private final Pool pool;

    EventKinds(Pool pool) {
        this.pool = pool;
    }

    /** A kind as it was declared at a revision. */
    record Revised(String community, String kind, String schema, long revision) {}

    /** At most {@code limit} kinds changed after {@code revision}, in the order of their change. */
    Uni<List<Revised>> newer(long revision, int limit) {
        return pool.preparedQuery(NEWER)
                .mapping(row -> new Revised(
                        row.getString("community"),
                        row.getString("kind"),
                        row.getString("schema"),
                        row.getLong("revision")))
                .execute(Tuple.of(revision, limit))
                .map(rows -> rows.stream().toList());
    }

    Uni<Optional<EventKind>> findKind(KindKey key) {
        return findById(key).map(Optional::ofNullable);
    }

    Uni<EventKind> add(EventKind kind) {
        return persist(kind);
    }

    Uni<Long> countOf(String community) {
        return count("key.community", community);
    }

    /** At most {@code limit} kinds whose names come after {@code after}, by name. */
    Uni<List<EventKind>> page(String community, String after, int limit) {
        return find("key.community = ?1 and key.kind > ?2 order by key.kind", community, after)
                .range(0, limit - 1)
                .list();
    }

    /**
     * Takes the next revision. Its lock is held until the transaction ends, so revisions are committed in their order:
     * who has seen one has seen all before it.
     */
    Uni<Long> nextRevision() {
        return getSession()
                .flatMap(session -> session.createNativeQuery(
                                "update event_kind_revision set revision = revision + 1 returning revision", Long.class)
                        .getSingleResult());
    }
}

package dev.hearth.platform.idempotency;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The transaction of a Hibernate Reactive session, which writes the same parameters {@code ?1}. */
record SessionStatements(Mutiny.Session session) implements Statements {
    @Override
    public Uni<List<Object[]>> select(String sql, Object... values) {
        var query = session.createNativeQuery(ordinal(sql), Object[].class);
        for (int i = 0; i < values.length; i++) {
            query = query.setParameter(i + 1, values[i]);
        }
        return query.getResultList();
    }

    @Override
    public Uni<Void> execute(String sql, Object... values) {
        var query = session.createNativeQuery(ordinal(sql));
        for (int i = 0; i < values.length; i++) {
            query = query.setParameter(i + 1, values[i]);
        }
        return query.executeUpdate().replaceWithVoid();
    }

    private static String ordinal(String sql) {
        return sql.replace('$', '?');
    }
}

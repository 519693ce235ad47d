package dev.hearth.platform.idempotency;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** The transaction that is open on a connection of the plain client. */
record ConnectionStatements(SqlConnection connection) implements Statements {
    @Override
    public Uni<List<Object[]>> select(String sql, Object... values) {
        return connection.preparedQuery(sql).execute(Tuple.from(values)).map(rows -> {
            List<Object[]> read = new ArrayList<>(rows.size());
            rows.forEach(row -> read.add(values(row)));
            return read;
        });
    }

    @Override
    public Uni<Void> execute(String sql, Object... values) {
        return connection.preparedQuery(sql).execute(Tuple.from(values)).replaceWithVoid();
    }

    private static Object[] values(Row row) {
        Object[] values = new Object[row.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.getValue(i);
        }
        return values;
    }
}

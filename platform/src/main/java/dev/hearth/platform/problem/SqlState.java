package dev.hearth.platform.problem;

import io.vertx.sqlclient.DatabaseException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The SQLSTATE of a failure, from the reactive client or from Hibernate, which wraps the client's into JDBC's. */
final class SqlState {
    private static final String CLIENTS = "io.vertx.sqlclient.DatabaseException";

    private SqlState() {}

    /** Five characters, or null if {@code failure} itself is none of a database. */
    static @Nullable String of(Throwable failure) {
        if (failure instanceof SQLException sql) {
            return sql.getSQLState();
        }
        for (Class<?> type = failure.getClass(); type != null; type = type.getSuperclass()) {
            if (CLIENTS.equals(type.getName())) {
                return Client.of(failure);
            }
        }
        return null;
    }

    /** Apart, so that services without PostgreSQL never load its client. */
    private static final class Client {
        static @Nullable String of(Throwable failure) {
            return failure instanceof DatabaseException sql ? sql.getSqlState() : null;
        }
    }
}

package dev.hearth.platform.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnectOptions;
import org.eclipse.microprofile.config.Config;

/**
 * Opens connections of the relay's own, outside the pool: the relay's lock lives and dies with its connection, so
 * closing must really close it.
 */
public final class RelayDatabase {
    private static final int CONNECT_TIMEOUT = 3_000;
    /** Lets the server notice within about ten seconds that a replica is gone without a word, and release its lock. */
    private static final String NOTICE_LOSS =
            "set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3;"
                    + " set tcp_user_timeout = 10000; set application_name = 'hearth-outbox-relay'";

    private final Vertx vertx;
    private final PgConnectOptions options;

    public RelayDatabase(Vertx vertx, String url, String user, String password) {
        this.vertx = vertx;
        this.options = PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""))
                .setUser(user)
                .setPassword(password);
        options.setConnectTimeout(CONNECT_TIMEOUT).setTcpKeepAlive(true);
    }

    /** The service's own database, as Quarkus' standard properties name it. */
    public static RelayDatabase of(Vertx vertx, Config config) {
        return new RelayDatabase(
                vertx,
                config.getValue("quarkus.datasource.reactive.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }

    Uni<SqlConnection> connect() {
        return PgConnection.connect(vertx, options)
                .chain(connection -> connection.query(NOTICE_LOSS).execute().replaceWith((SqlConnection) connection));
    }
}

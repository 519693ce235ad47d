package dev.hearth.incentive.definition;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The store of the communities' revisions: the number of the last change of what is configured. */
public final class Revisions {
    private static final String BEGIN =
            "insert into rule_book (community, revision) values ($1, 0) on conflict do nothing";
    private static final String LOCK = "select revision from rule_book where community = $1 for update";
    private static final String TURN =
            "update rule_book set revision = revision + 1 where community = $1 returning revision";
    private static final String READ = "select community, revision from rule_book where community = any($1)";

    private Revisions() {}

    /** Lets nobody else change what the community has configured until the transaction ends. */
    static Uni<Void> lock(SqlConnection connection, String community) {
        return connection
                .preparedQuery(BEGIN)
                .execute(Tuple.of(community))
                .chain(() -> connection.preparedQuery(LOCK).execute(Tuple.of(community)))
                .replaceWithVoid();
    }

    /** Counts one change; answers its number. */
    static Uni<Long> turn(SqlConnection connection, String community) {
        return connection
                .preparedQuery(TURN)
                .execute(Tuple.of(community))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** The revisions of these communities. One where nothing was ever configured is left out. */
    public static Uni<Map<String, Long>> read(SqlClient client, Collection<String> communities) {
        return client.preparedQuery(READ)
                .execute(Tuple.of(communities.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Long> revisions = new HashMap<>();
                    rows.forEach(row -> revisions.put(row.getString(0), row.getLong(1)));
                    return revisions;
                });
    }
}

package dev.hearth.incentive.task;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The store of tasks, for those who ask for them. */
@ApplicationScoped
class TaskTable {
    private static final String COLUMNS =
            "id, type, status, done, total, result, failure, created_at, created_by, updated_at from task";
    private static final String FIND = "select " + COLUMNS + " where community = $1 and id = $2";
    private static final String PAGE =
            "select " + COLUMNS + " where community = $1 and id < $2 order by id desc limit $3";
    /** One submission at a time per community, so that the count holds. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('task/' || $1, 0)), 1 as one";

    private static final String UNFINISHED =
            "select count(*) from task where community = $1 and status in ('QUEUED', 'RUNNING')";
    private static final String ADD = """
            insert into task (community, id, type, status, request, created_at, created_by, updated_at)
            values ($1, $2, $3, 'QUEUED', cast(cast($4 as text) as jsonb), $5, $6, $5)
            """;
    private static final String REMOVE = """
            delete from task where (community, id) in (
              select community, id from task where status in ('DONE', 'FAILED') and updated_at < $1
              order by updated_at limit $2 for update skip locked)
            """;
    private static final String TO_REMOVE = """
            select count(*) from (select from task where status in ('DONE', 'FAILED') and updated_at < $1 limit 10000) t
            """;

    Uni<Long> unfinished(SqlConnection connection, String community) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(community))
                .chain(() -> connection.preparedQuery(UNFINISHED).execute(Tuple.of(community)))
                .map(TaskTable::count);
    }

    Uni<Void> add(
            SqlConnection connection, String community, UUID id, String type, String request, Instant now, String who) {
        return connection
                .preparedQuery(ADD)
                .execute(Tuple.from(new Object[] {community, id, type, request, now.atOffset(ZoneOffset.UTC), who}))
                .replaceWithVoid();
    }

    Uni<Optional<TaskView>> find(SqlClient client, String community, UUID id) {
        return views(client, FIND, Tuple.of(community, id))
                .map(found -> found.stream().findFirst());
    }

    Uni<List<TaskView>> page(SqlClient client, String community, UUID before, int rows) {
        return views(client, PAGE, Tuple.of(community, before, rows));
    }

    /** Removes tasks that ended before {@code before}; answers how many. */
    Uni<Integer> remove(SqlConnection connection, Instant before, int limit) {
        return connection
                .preparedQuery(REMOVE)
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC), limit))
                .map(rows -> rows.rowCount());
    }

    Uni<Long> toRemove(SqlClient client, Instant before) {
        return client.preparedQuery(TO_REMOVE)
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC)))
                .map(TaskTable::count);
    }

    private static Uni<List<TaskView>> views(SqlClient client, String sql, Tuple asked) {
        return client.preparedQuery(sql).execute(asked).map(rows -> {
            List<TaskView> views = new ArrayList<>(rows.size());
            rows.forEach(row -> views.add(view(row)));
            return views;
        });
    }

    private static long count(Iterable<Row> rows) {
        return rows.iterator().next().getLong(0);
    }

    private static TaskView view(Row row) {
        return new TaskView(
                row.getUUID("id").toString(),
                row.getString("type"),
                TaskStatus.valueOf(row.getString("status")),
                row.getLong("done"),
                row.getLong("total"),
                result(row.getJsonObject("result")),
                row.getString("failure"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("created_by"),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    private static @Nullable Map<String, Object> result(@Nullable JsonObject result) {
        return result == null ? null : result.getMap();
    }
}

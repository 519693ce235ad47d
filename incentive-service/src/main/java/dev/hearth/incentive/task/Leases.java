package dev.hearth.incentive.task;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The store of tasks, for those who work on them. Whoever lost a lease changes nothing any more. */
@ApplicationScoped
class Leases {
    private static final String CLAIM = """
            update task set status = 'RUNNING', lease_owner = $1, lease_until = $2
            where (community, id) = (
              select community, id from task
              where status in ('QUEUED', 'RUNNING') and (lease_until is null or lease_until <= $3) and type = any($4)
              order by created_at limit 1 for update skip locked)
            returning community, id, type, request::text as request, state::text as state, failures, created_at, created_by
            """;
    private static final String OWNED = " where community = $1 and id = $2 and lease_owner = $3";
    private static final String ONWARD =
            "update task set state = cast(cast($4 as text) as jsonb), done = $5, total = $6,"
                    + " failures = 0, lease_until = $7, updated_at = $8" + OWNED;
    private static final String FINISH = "update task set status = 'DONE', result = cast(cast($4 as text) as jsonb),"
            + " done = $5, total = $6, updated_at = $7, lease_owner = null, lease_until = null" + OWNED;
    private static final String FAIL = "update task set status = 'FAILED', failure = $4, updated_at = $5,"
            + " lease_owner = null, lease_until = null" + OWNED;
    private static final String RETRY = "update task set failures = $4, lease_until = $5, lease_owner = $3" + OWNED;

    private final Clock clock;
    private final Duration length;

    Leases(Clock clock, TaskConfig config) {
        this.clock = clock;
        this.length = config.lease();
    }

    /** The oldest task of these types that nobody works on, if there is one. */
    Uni<Optional<Lease>> claim(SqlClient client, UUID owner, String[] types) {
        OffsetDateTime now = now();
        return client.preparedQuery(CLAIM)
                .execute(Tuple.of(owner, now.plus(length), now, types))
                .map(rows -> {
                    var row = rows.iterator();
                    return row.hasNext() ? Optional.of(lease(owner, row.next())) : Optional.empty();
                });
    }

    /** Notes how far the task is, and keeps it. Tells whether it was still this replica's. */
    Uni<Boolean> onward(SqlClient client, Lease lease, String state, Step<?> step) {
        OffsetDateTime now = now();
        return owned(client, ONWARD, lease, state, step.done(), step.total(), now.plus(length), now);
    }

    Uni<Boolean> finish(SqlClient client, Lease lease, String result, Step<?> step) {
        return owned(client, FINISH, lease, result, step.done(), step.total(), now());
    }

    Uni<Boolean> fail(SqlClient client, Lease lease, String failure) {
        return owned(client, FAIL, lease, failure, now());
    }

    /** Gives the task back, to be taken up after {@code pause} by anybody. */
    Uni<Boolean> retry(SqlClient client, Lease lease, int failures, Duration pause) {
        return owned(client, RETRY, lease, failures, now().plus(pause));
    }

    private static Uni<Boolean> owned(SqlClient client, String sql, Lease lease, @Nullable Object... values) {
        Tuple all = Tuple.of(lease.community(), lease.id(), lease.owner());
        for (Object value : values) {
            all = all.addValue(value);
        }
        return client.preparedQuery(sql).execute(all).map(rows -> rows.rowCount() == 1);
    }

    private static Lease lease(UUID owner, Row row) {
        return new Lease(
                row.getString("community"),
                row.getUUID("id"),
                owner,
                row.getString("type"),
                row.getString("request"),
                row.getString("state"),
                row.getInteger("failures"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("created_by"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

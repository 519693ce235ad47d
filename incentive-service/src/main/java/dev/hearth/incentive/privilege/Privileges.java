package dev.hearth.incentive.privilege;

import dev.hearth.contract.incentive.PrivilegeKind;
import dev.hearth.incentive.ledger.Holder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The store of privileges. */
@ApplicationScoped
class Privileges {
    private static final String COLUMNS =
            "id, community, member, kind, name, source, granted_at, granted_by, valid_from,"
                    + " valid_until, state, ended_at";
    /** Begins where the same privilege ends that the member has already. */
    private static final String ADD = """
            insert into privilege (id, community, member, kind, name, source, granted_at, granted_by,
                valid_from, valid_until, state)
            select $1, $2, $3, $4, $5, $6, $7, $8, b.begins, b.begins + $9 * interval '24 hours', 'ACTIVE'
            from (select greatest($7, max(valid_until)) as begins from privilege
                where community = $2 and member = $3 and kind = $4 and name = $5 and state = 'ACTIVE') b
            on conflict do nothing
            returning\s""" + COLUMNS;

    private static final String FIND = "select " + COLUMNS + " from privilege where community = $1 and id = $2";
    private static final String OF_SOURCE =
            "select " + COLUMNS + " from privilege where community = $1 and source = $2 order by id";
    private static final String PAGE = "select " + COLUMNS + " from privilege"
            + " where community = $1 and member = $2 and ($3::uuid is null or id < $3) order by id desc limit $4";
    private static final String DUE = "select " + COLUMNS
            + " from privilege where state = 'ACTIVE' and valid_until <= $1 order by valid_until limit $2"
            + " for update skip locked";
    /** Counted no further than an operator needs to know. */
    private static final String COUNT_DUE = """
            select count(*) from (select from privilege where state = 'ACTIVE' and valid_until <= $1 limit 100000) due
            """;

    private static final String END = "update privilege set state = $2, ended_at = $3, ended_by = $4, end_reason = $5"
            + " where id = any($1) and state = 'ACTIVE'";

    /** Adds it; empty if the source had granted it before. */
    Uni<Optional<Privilege>> add(SqlConnection connection, UUID id, Grant grant, Instant now) {
        return connection
                .preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addUUID(id)
                        .addString(grant.holder().community())
                        .addString(grant.holder().member())
                        .addString(grant.kind().name())
                        .addString(grant.name())
                        .addString(grant.source())
                        .addOffsetDateTime(utc(now))
                        .addString(grant.by())
                        .addInteger(grant.days()))
                .map(rows -> privileges(rows).stream().findFirst());
    }

    Uni<Optional<Privilege>> find(SqlClient client, String community, UUID id) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(community, id))
                .map(rows -> privileges(rows).stream().findFirst());
    }

    /** The same, locked until the transaction ends. */
    Uni<Optional<Privilege>> lock(SqlConnection connection, String community, UUID id) {
        return connection
                .preparedQuery(FIND + " for update")
                .execute(Tuple.of(community, id))
                .map(rows -> privileges(rows).stream().findFirst());
    }

    /** What a source granted, locked until the transaction ends. */
    Uni<List<Privilege>> lockOfSource(SqlConnection connection, String community, String source) {
        return connection
                .preparedQuery(OF_SOURCE + " for update")
                .execute(Tuple.of(community, source))
                .map(Privileges::privileges);
    }

    /** Those of a member, newest first, before that one. */
    Uni<List<Privilege>> page(SqlClient client, Holder holder, @Nullable UUID before, int rows) {
        return client.preparedQuery(PAGE)
                .execute(Tuple.tuple()
                        .addString(holder.community())
                        .addString(holder.member())
                        .addUUID(before)
                        .addInteger(rows))
                .map(Privileges::privileges);
    }

    /** Those whose time is over, locked, but not what others have locked. */
    Uni<List<Privilege>> due(SqlConnection connection, Instant now, int limit) {
        return connection.preparedQuery(DUE).execute(Tuple.of(utc(now), limit)).map(Privileges::privileges);
    }

    Uni<Long> countDue(SqlClient client, Instant now) {
        return client.preparedQuery(COUNT_DUE)
                .execute(Tuple.of(utc(now)))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** Ends them. */
    Uni<Void> end(SqlConnection connection, List<Privilege> ending, Ending how, Instant now) {
        return connection
                .preparedQuery(END)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(ending.stream().map(Privilege::id).toArray(UUID[]::new))
                        .addString(how.state().name())
                        .addOffsetDateTime(utc(now))
                        .addString(how.by())
                        .addString(how.reason()))
                .replaceWithVoid();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static List<Privilege> privileges(RowSet<Row> rows) {
        List<Privilege> privileges = new ArrayList<>(rows.size());
        rows.forEach(row -> privileges.add(new Privilege(
                row.getUUID("id"),
                new Holder(row.getString("community"), row.getString("member")),
                PrivilegeKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("source"),
                row.getOffsetDateTime("granted_at").toInstant(),
                row.getString("granted_by"),
                row.getOffsetDateTime("valid_from").toInstant(),
                instant(row.getOffsetDateTime("valid_until")),
                Privilege.State.valueOf(row.getString("state")),
                instant(row.getOffsetDateTime("ended_at")))));
        return privileges;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}

package dev.hearth.incentive.wallet.opening;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The store of imports and their parts. */
@ApplicationScoped
class OpeningImports {
    private static final String BEGIN = """
            insert into opening_import (community, id, created_at, created_by) values ($1, $2, $3, $4)
            on conflict do nothing
            """;
    private static final String FIND =
            "select id, parts, rows, task, created_at, created_by from opening_import where community = $1 and id = $2";
    private static final String LOCK = FIND + " for update";
    private static final String PUT_PART = """
            insert into opening_part (community, import, number, rows, content) values ($1, $2, $3, $4, $5)
            on conflict (community, import, number) do update set rows = excluded.rows, content = excluded.content
            """;
    private static final String COUNT = """
            update opening_import i set parts = p.parts, rows = p.rows
            from (select count(*) as parts, coalesce(sum(rows), 0) as rows from opening_part
                  where community = $1 and import = $2) p
            where i.community = $1 and i.id = $2 and i.task is null
            returning i.id, i.parts, i.rows, i.task, i.created_at, i.created_by
            """;
    private static final String START = "update opening_import set task = $3 where community = $1 and id = $2";
    private static final String NEXT_PART = """
            select number, content from opening_part where community = $1 and import = $2 and number > $3
            order by number limit 1
            """;
    private static final String DROP = "delete from opening_part where community = $1 and import = $2 and number = $3";
    private static final String CURRENCIES =
            "select currency from currency where community = $1 and currency = any($2)";
    private static final String BOOKED =
            "select caller_key from ledger_transaction where community = $1 and caller_key = any($2)";

    /** A part that waits to be booked. */
    record Part(int number, String content) {}

    /** The import, made if it is new, locked until the transaction ends. */
    Uni<OpeningImportView> begin(SqlConnection connection, String community, String id, Instant now, String who) {
        return connection
                .preparedQuery(BEGIN)
                .execute(Tuple.of(community, id, now.atOffset(ZoneOffset.UTC), who))
                .chain(() -> lock(connection, community, id))
                .map(Optional::orElseThrow);
    }

    Uni<Optional<OpeningImportView>> lock(SqlConnection connection, String community, String id) {
        return one(connection, LOCK, Tuple.of(community, id));
    }

    Uni<Optional<OpeningImportView>> find(SqlClient client, String community, String id) {
        return one(client, FIND, Tuple.of(community, id));
    }

    /** Puts a part, instead of one that had its number. */
    Uni<OpeningImportView> putPart(SqlConnection connection, String community, String id, Part part, int rows) {
        return connection
                .preparedQuery(PUT_PART)
                .execute(Tuple.of(community, id, part.number(), rows, part.content()))
                .chain(() -> one(connection, COUNT, Tuple.of(community, id)))
                .map(Optional::orElseThrow);
    }

    Uni<Void> start(SqlConnection connection, String community, String id, UUID task) {
        return connection
                .preparedQuery(START)
                .execute(Tuple.of(community, id, task))
                .replaceWithVoid();
    }

    /** The first part after that number. */
    Uni<Optional<Part>> nextPart(SqlClient client, String community, String id, int after) {
        return client.preparedQuery(NEXT_PART)
                .execute(Tuple.of(community, id, after))
                .map(rows -> {
                    var row = rows.iterator();
                    return row.hasNext() ? Optional.of(part(row.next())) : Optional.empty();
                });
    }

    /** Forgets a part that is booked. */
    Uni<Void> drop(SqlConnection connection, String community, String id, int number) {
        return connection
                .preparedQuery(DROP)
                .execute(Tuple.of(community, id, number))
                .replaceWithVoid();
    }

    /** Those of the currencies that the community has. */
    Uni<Set<String>> currencies(SqlClient client, String community, Set<String> asked) {
        return texts(client, CURRENCIES, community, asked.toArray(String[]::new));
    }

    /** Those of the keys that have made a transaction before. */
    Uni<Set<String>> booked(SqlClient client, String community, List<String> keys) {
        return texts(client, BOOKED, community, keys.toArray(String[]::new));
    }

    private static Uni<Set<String>> texts(SqlClient client, String sql, String community, String[] asked) {
        return client.preparedQuery(sql).execute(Tuple.of(community, asked)).map(rows -> {
            Set<String> found = HashSet.newHashSet(rows.size());
            rows.forEach(row -> found.add(row.getString(0)));
            return found;
        });
    }

    private static Uni<Optional<OpeningImportView>> one(SqlClient client, String sql, Tuple asked) {
        return client.preparedQuery(sql).execute(asked).map(rows -> {
            var row = rows.iterator();
            return row.hasNext() ? Optional.of(view(row.next())) : Optional.empty();
        });
    }

    private static Part part(Row row) {
        return new Part(row.getInteger("number"), row.getString("content"));
    }

    private static OpeningImportView view(Row row) {
        UUID task = row.getUUID("task");
        return new OpeningImportView(
                row.getString("id"),
                row.getInteger("parts"),
                row.getLong("rows"),
                task == null ? null : task.toString(),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("created_by"));
    }
}

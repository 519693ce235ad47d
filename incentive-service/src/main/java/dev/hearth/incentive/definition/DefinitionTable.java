package dev.hearth.incentive.definition;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hearth.platform.event.ContractJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of one type of definition. */
final class DefinitionTable<T extends Record> {
    private static final String COLUMNS =
            "id, version, revision, status, terms::text as terms, changed_at, changed_by from definition";
    private static final String LAST =
            "select " + COLUMNS + " where community = $1 and type = $2 and id = $3 order by version desc limit 1";
    private static final String VERSION =
            "select " + COLUMNS + " where community = $1 and type = $2 and id = $3 and version = $4";
    private static final String VERSIONS = "select " + COLUMNS
            + " where community = $1 and type = $2 and id = $3 and version < $4 order by version desc limit $5";
    private static final String LASTS = "select distinct on (id) " + COLUMNS
            + " where community = $1 and type = $2 and id > $3 order by id, version desc limit $4";
    private static final String IN_FORCE = "select * from (select distinct on (id) " + COLUMNS
            + " where community = $1 and type = $2 and id > $3 and revision <= $4 and status <> 'DRAFT'"
            + " order by id, version desc) d where status = 'ACTIVE' order by id limit $5";
    private static final String ONE_IN_FORCE = "select * from (select " + COLUMNS
            + " where community = $1 and type = $2 and id = $3 and status <> 'DRAFT'"
            + " order by version desc limit 1) d where status = 'ACTIVE'";
    private static final String COUNT = """
            select count(*) from (select distinct on (id) status from definition
                where community = $1 and type = $2 order by id, version desc) d where status <> 'RETIRED'
            """;
    private static final String INSERT = """
            insert into definition (community, type, id, version, revision, status, terms, changed_at, changed_by)
            values ($1, $2, $3, $4, $5, $6, cast(cast($7 as text) as jsonb), $8, $9)
            """;

    private final DefinitionType<T> type;

    DefinitionTable(DefinitionType<T> type) {
        this.type = type;
    }

    Uni<Optional<Defined<T>>> last(SqlClient client, DefinitionKey key) {
        return one(client, LAST, Tuple.of(key.community(), type.name(), key.id()));
    }

    Uni<Optional<Defined<T>>> version(SqlClient client, DefinitionKey key, int version) {
        return one(client, VERSION, Tuple.of(key.community(), type.name(), key.id(), version));
    }

    Uni<Optional<Defined<T>>> inForce(SqlClient client, DefinitionKey key) {
        return one(client, ONE_IN_FORCE, Tuple.of(key.community(), type.name(), key.id()));
    }

    Uni<List<Defined<T>>> versions(SqlClient client, DefinitionKey key, int before, int rows) {
        return all(client, VERSIONS, Tuple.of(key.community(), type.name(), key.id(), before, rows));
    }

    Uni<List<Defined<T>>> lasts(SqlClient client, String community, String after, int rows) {
        return all(client, LASTS, Tuple.of(community, type.name(), after, rows));
    }

    Uni<List<Defined<T>>> inForce(SqlClient client, String community, long revision, String after, int rows) {
        return all(client, IN_FORCE, Tuple.of(community, type.name(), after, revision, rows));
    }

    /** How many of the community are not retired. */
    Uni<Long> count(SqlClient client, String community) {
        return client.preparedQuery(COUNT)
                .execute(Tuple.of(community, type.name()))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<Defined<T>> add(SqlClient client, String community, Defined<T> next, String json) {
        return client.preparedQuery(INSERT)
                .execute(Tuple.tuple()
                        .addString(community)
                        .addString(type.name())
                        .addString(next.id())
                        .addInteger(Math.toIntExact(next.version()))
                        .addLong(next.revision())
                        .addString(next.status().name())
                        .addString(json)
                        .addOffsetDateTime(next.changedAt().atOffset(ZoneOffset.UTC))
                        .addString(next.changedBy()))
                .replaceWith(next);
    }

    private Uni<Optional<Defined<T>>> one(SqlClient client, String sql, Tuple asked) {
        return all(client, sql, asked).map(found -> found.stream().findFirst());
    }

    private Uni<List<Defined<T>>> all(SqlClient client, String sql, Tuple asked) {
        return client.preparedQuery(sql).execute(asked).map(rows -> {
            List<Defined<T>> found = new ArrayList<>(rows.size());
            rows.forEach(row -> found.add(defined(row)));
            return found;
        });
    }

    private Defined<T> defined(Row row) {
        return new Defined<>(
                row.getString("id"),
                row.getInteger("version"),
                row.getLong("revision"),
                DefinitionStatus.valueOf(row.getString("status")),
                ContractJson.readStrictly(row.getString("terms").getBytes(UTF_8), type.terms()),
                row.getOffsetDateTime("changed_at").toInstant(),
                row.getString("changed_by"));
    }
}

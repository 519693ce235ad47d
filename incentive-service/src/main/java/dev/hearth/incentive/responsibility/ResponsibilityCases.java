package dev.hearth.incentive.responsibility;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The store of cases: added whole, never changed; a reversal is added beside. */
@ApplicationScoped
class ResponsibilityCases {
    /** Case and parts in one statement: the database accepts them only together. */
    private static final String ADD = """
            with added as (
              insert into responsibility_case (community, id, incident, rule, rule_version, points, unit, penalty, exempt,
                discovery, discovered_at, reported_by, reported_at, transaction_id, decided_at, decided_by)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16))
            insert into responsibility_part (community, id, role, member, percent, share, charged)
            select $1, $2, p.* from unnest($17::text[], $18::text[], $19::int[], $20::bigint[], $21::bigint[]) as p
            """;

    private static final String COLUMNS = """
            select c.*, p.role, p.member, p.percent, p.share, p.charged, r.reason, r.transaction_id as reversal_id,
                r.reversed_at, r.reversed_by
            from %s c
            join responsibility_part p using (community, id)
            left join responsibility_reversal r using (community, id)
            """;
    private static final String FIND =
            COLUMNS.formatted("responsibility_case") + "where c.community = $1 and c.id = $2 order by p.role";
    private static final String PAGE = COLUMNS.formatted(
                    "(select * from responsibility_case where community = $1 and id > $2 order by id limit $3)")
            + "order by c.id, p.role";
    private static final String LOCK = "select 1 from responsibility_case where community = $1 and id = $2 for update";
    private static final String REVERSE = """
            insert into responsibility_reversal (community, id, reason, transaction_id, reversed_at, reversed_by)
            values ($1, $2, $3, $4, $5, $6)
            """;
    private static final UUID FIRST = new UUID(0, 0);

    Uni<Void> add(SqlConnection connection, ResponsibilityCase made) {
        ResponsibilityCase.Fault fault = made.fault();
        Report report = fault.report();
        List<Decision.Part> parts = made.decision().parts();
        return connection
                .preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addString(fault.community())
                        .addUUID(made.id())
                        .addString(fault.incident())
                        .addString(fault.rule())
                        .addLong(made.ruleVersion())
                        .addBoolean(fault.penalty().points())
                        .addString(fault.penalty().unit())
                        .addLong(fault.penalty().amount())
                        .addBoolean(made.decision().exempt())
                        .addString(fault.discovery().source().name())
                        .addOffsetDateTime(utc(fault.discovery().at()))
                        .addString(report == null ? null : report.by())
                        .addValue(report == null ? null : utc(report.at()))
                        .addUUID(made.transaction())
                        .addOffsetDateTime(utc(made.decidedAt()))
                        .addString(made.decidedBy())
                        .addArrayOfString(
                                parts.stream().map(part -> part.role().name()).toArray(String[]::new))
                        .addArrayOfString(
                                parts.stream().map(Decision.Part::member).toArray(String[]::new))
                        .addArrayOfInteger(
                                parts.stream().map(Decision.Part::percent).toArray(Integer[]::new))
                        .addArrayOfLong(parts.stream().map(Decision.Part::share).toArray(Long[]::new))
                        .addArrayOfLong(
                                parts.stream().map(Decision.Part::charged).toArray(Long[]::new)))
                .replaceWithVoid();
    }

    /** Locks the case until the transaction ends, and reads it then. */
    Uni<Optional<ResponsibilityCase>> lock(SqlConnection connection, String community, UUID id) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(community, id))
                .chain(() -> find(connection, community, id));
    }

    Uni<Optional<ResponsibilityCase>> find(SqlClient client, String community, UUID id) {
        return read(client, FIND, Tuple.of(community, id))
                .map(found -> found.stream().findFirst());
    }

    /** The community's, oldest first. */
    Uni<List<ResponsibilityCase>> page(SqlClient client, String community, Optional<UUID> after, int rows) {
        return read(client, PAGE, Tuple.of(community, after.orElse(FIRST), rows));
    }

    Uni<Void> reverse(SqlConnection connection, String community, UUID id, ResponsibilityCase.Reversal reversal) {
        return connection
                .preparedQuery(REVERSE)
                .execute(Tuple.tuple()
                        .addString(community)
                        .addUUID(id)
                        .addString(reversal.reason())
                        .addUUID(reversal.transaction())
                        .addOffsetDateTime(utc(reversal.at()))
                        .addString(reversal.by()))
                .replaceWithVoid();
    }

    private static Uni<List<ResponsibilityCase>> read(SqlClient client, String sql, Tuple asked) {
        return client.preparedQuery(sql).execute(asked).map(rows -> {
            Map<UUID, List<Row>> byCase = new LinkedHashMap<>();
            rows.forEach(row -> byCase.computeIfAbsent(row.getUUID("id"), id -> new ArrayList<>())
                    .add(row));
            return byCase.values().stream().map(ResponsibilityCases::made).toList();
        });
    }

    private static ResponsibilityCase made(List<Row> rows) {
        Row row = rows.getFirst();
        List<Decision.Part> parts = rows.stream()
                .map(ResponsibilityCases::part)
                .sorted((one, other) -> one.role().compareTo(other.role()))
                .toList();
        return new ResponsibilityCase(
                row.getUUID("id"),
                fault(row),
                row.getLong("rule_version"),
                new Decision(row.getBoolean("exempt"), parts),
                row.getUUID("transaction_id"),
                row.getOffsetDateTime("decided_at").toInstant(),
                row.getString("decided_by"),
                reversal(row));
    }

    private static ResponsibilityCase.Fault fault(Row row) {
        @Nullable String reporter = row.getString("reported_by");
        return new ResponsibilityCase.Fault(
                row.getString("community"),
                row.getString("incident"),
                row.getString("rule"),
                new ResponsibilityCase.Penalty(row.getBoolean("points"), row.getString("unit"), row.getLong("penalty")),
                new Discovery(
                        Discovery.Source.valueOf(row.getString("discovery")),
                        row.getOffsetDateTime("discovered_at").toInstant()),
                reporter == null
                        ? null
                        : new Report(
                                reporter, row.getOffsetDateTime("reported_at").toInstant()));
    }

    private static Decision.Part part(Row row) {
        return new Decision.Part(
                Role.valueOf(row.getString("role")),
                row.getString("member"),
                row.getInteger("percent"),
                row.getLong("share"),
                row.getLong("charged"));
    }

    private static ResponsibilityCase.@Nullable Reversal reversal(Row row) {
        @Nullable String reason = row.getString("reason");
        return reason == null
                ? null
                : new ResponsibilityCase.Reversal(
                        reason,
                        row.getUUID("reversal_id"),
                        row.getOffsetDateTime("reversed_at").toInstant(),
                        row.getString("reversed_by"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

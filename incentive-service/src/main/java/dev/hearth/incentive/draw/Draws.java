package dev.hearth.incentive.draw;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hearth.incentive.chance.Seed;
import dev.hearth.incentive.draw.proof.DrawId;
import dev.hearth.platform.event.ContractJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The store of draws. */
@ApplicationScoped
class Draws {
    private static final String FIND = "select * from draw where community = $1 and draw = $2";
    private static final String PAGE = "select * from draw where community = $1 and draw > $2 order by draw limit $3";
    private static final String CURRENCIES =
            "select currency from currency where community = $1 and currency = any($2)";
    private static final String SNAPSHOT = "set transaction isolation level repeatable read read only";
    private static final String DRAFT = """
            insert into draw (community, draw, version, status, terms, changed_at, changed_by)
            values ($1, $2, 1, 'DRAFT', $3, $4, $5) on conflict do nothing
            """;
    private static final String REDRAFT = """
            update draw set terms = $3, changed_at = $4, changed_by = $5, version = version + 1
            where community = $1 and draw = $2
            """;
    private static final String OPEN = """
            update draw set status = 'OPEN', version = version + 1, changed_at = $3, changed_by = $4, mode = $5,
                terms_hash = $6, commitment = $7, seed = $8, salt = $9, opens_at = $10, closes_at = $11, draws_at = $12,
                needs_beacon = $13, opened_at = $3
            where community = $1 and draw = $2
            """;
    private static final String CLOSE = """
            update draw set status = 'CLOSED', version = version + 1, root = $3, closed_at = $4
            where community = $1 and draw = $2
            """;
    private static final String SAY =
            "update draw set beacon = $3, version = version + 1 where community = $1 and draw = $2";
    private static final String END = """
            update draw set status = $3, version = version + 1, ended_at = $4, reason = $5
            where community = $1 and draw = $2
            """;
    private static final String DUE_TO_CLOSE = """
            select * from draw where status = 'OPEN' and closes_at <= $1 order by closes_at limit 1 for update skip locked
            """;
    private static final String DUE_TO_DRAW = """
            select * from draw where status = 'CLOSED' and draws_at <= $1
                and (not needs_beacon or beacon is not null or draws_at <= $2)
            order by draws_at limit 1 for update skip locked
            """;
    private static final String DUE_TO_REFUND = """
            select * from draw where status = 'CANCELLED' and refunded_at is null
            order by ended_at limit 1 for update skip locked
            """;
    private static final String REFUNDED = "update draw set refunded_at = $3 where community = $1 and draw = $2";
    private static final String COUNT_TO_REFUND =
            "select count(*) from draw where status = 'CANCELLED' and refunded_at is null";
    private static final String COUNT_DUE = """
            select count(*) from draw where (status = 'OPEN' and closes_at <= $1) or (status = 'CLOSED' and draws_at <= $1
                and (not needs_beacon or beacon is not null or draws_at <= $2))
            """;

    /** Lets the transaction see one moment, from its first question on. */
    Uni<Void> snapshot(SqlClient connection) {
        return connection.query(SNAPSHOT).execute().replaceWithVoid();
    }

    /** Those of {@code named} that the community has. */
    Uni<Set<String>> currencies(SqlClient client, String community, List<String> named) {
        return client.preparedQuery(CURRENCIES)
                .execute(Tuple.of(community, named.toArray(String[]::new)))
                .map(rows -> {
                    Set<String> known = new HashSet<>();
                    rows.forEach(row -> known.add(row.getString(0)));
                    return known;
                });
    }

    Uni<Optional<Draw>> find(SqlClient client, DrawId id) {
        return one(client, FIND, key(id));
    }

    /** The draw, which nobody else changes until the transaction ends. */
    Uni<Optional<Draw>> lock(SqlClient connection, DrawId id) {
        return one(connection, FIND + " for update", key(id));
    }

    /** The draw, which does not close until the transaction ends. */
    Uni<Optional<Draw>> keepOpen(SqlClient connection, DrawId id) {
        return one(connection, FIND + " for share", key(id));
    }

    Uni<List<Draw>> page(SqlClient client, String community, String after, int rows) {
        return client.preparedQuery(PAGE)
                .execute(Tuple.of(community, after, rows))
                .map(Draws::all);
    }

    /** Tells whether it was new. */
    Uni<Boolean> add(SqlClient connection, DrawId id, String terms, Instant now, String who) {
        return change(
                        connection,
                        DRAFT,
                        key(id).addString(terms).addOffsetDateTime(time(now)).addString(who))
                .map(changed -> changed == 1);
    }

    Uni<Integer> redraft(SqlClient connection, DrawId id, String terms, Instant now, String who) {
        return change(
                connection,
                REDRAFT,
                key(id).addString(terms).addOffsetDateTime(time(now)).addString(who));
    }

    /** @param draw complete, with what is fixed by its opening */
    Uni<Integer> open(SqlClient connection, Draw draw, String who) {
        Draw.Published opened = draw.opened();
        return change(
                connection,
                OPEN,
                key(draw.id())
                        .addOffsetDateTime(time(opened.openedAt()))
                        .addString(who)
                        .addString(draw.isInstant() ? "INSTANT" : "CLOSING")
                        .addString(opened.termsHash())
                        .addString(opened.seed().commitment())
                        .addString(opened.seed().hex())
                        .addString(opened.salt().hex())
                        .addOffsetDateTime(time(draw.opensAt()))
                        .addOffsetDateTime(time(draw.closesAt()))
                        .addOffsetDateTime(time(draw.drawsAt()))
                        .addBoolean(draw.needsBeacon()));
    }

    Uni<Integer> close(SqlClient connection, DrawId id, String root, Instant now) {
        return change(connection, CLOSE, key(id).addString(root).addOffsetDateTime(time(now)));
    }

    Uni<Integer> say(SqlClient connection, DrawId id, String beacon) {
        return change(connection, SAY, key(id).addString(beacon));
    }

    /** @param reason why it is cancelled; null where it is drawn */
    Uni<Integer> end(SqlClient connection, DrawId id, @Nullable String reason, Instant now) {
        String status = reason == null ? "DRAWN" : "CANCELLED";
        return change(
                connection,
                END,
                key(id).addString(status).addOffsetDateTime(time(now)).addString(reason));
    }

    /** Locks one whose entries are over. */
    Uni<Optional<Draw>> lockDueToClose(SqlClient connection, Instant now) {
        return one(connection, DUE_TO_CLOSE, Tuple.of(time(now)));
    }

    /** Locks one that is to be drawn, or whose beacon did not come by {@code patience}. */
    Uni<Optional<Draw>> lockDueToDraw(SqlClient connection, Instant now, Instant patience) {
        return one(connection, DUE_TO_DRAW, Tuple.of(time(now), time(patience)));
    }

    /** Locks a cancelled one whose entries' costs have not all gone back. */
    Uni<Optional<Draw>> lockDueToRefund(SqlClient connection) {
        return one(connection, DUE_TO_REFUND, Tuple.tuple());
    }

    Uni<Integer> refunded(SqlClient connection, DrawId id, Instant now) {
        return change(connection, REFUNDED, key(id).addOffsetDateTime(time(now)));
    }

    Uni<Long> countToRefund(SqlClient client) {
        return client.query(COUNT_TO_REFUND)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<Long> countDue(SqlClient client, Instant now, Instant patience) {
        return client.preparedQuery(COUNT_DUE)
                .execute(Tuple.of(time(now), time(patience)))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private static Uni<Integer> change(SqlClient connection, String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values).map(rows -> rows.rowCount());
    }

    private static Uni<Optional<Draw>> one(SqlClient client, String sql, Tuple asked) {
        return client.preparedQuery(sql)
                .execute(asked)
                .map(rows -> all(rows).stream().findFirst());
    }

    private static List<Draw> all(RowSet<Row> rows) {
        List<Draw> all = new ArrayList<>(rows.size());
        rows.forEach(row -> all.add(draw(row)));
        return all;
    }

    private static Draw draw(Row row) {
        String text = row.getString("terms");
        return new Draw(
                new DrawId(row.getString("community"), row.getString("draw")),
                row.getLong("version"),
                DrawStatus.valueOf(row.getString("status")),
                ContractJson.read(text.getBytes(UTF_8), DrawTerms.class),
                text,
                row.getOffsetDateTime("changed_at").toInstant(),
                row.getString("changed_by"),
                published(row),
                new Draw.Ending(
                        row.getString("root"),
                        instant(row, "closed_at"),
                        row.getString("beacon"),
                        instant(row, "ended_at"),
                        row.getString("reason")));
    }

    private static Draw.@Nullable Published published(Row row) {
        Instant opened = instant(row, "opened_at");
        return opened == null
                ? null
                : new Draw.Published(
                        row.getString("terms_hash"),
                        new Seed(row.getString("seed")),
                        new Seed(row.getString("salt")),
                        opened);
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Tuple key(DrawId id) {
        return Tuple.tuple().addString(id.community()).addString(id.draw());
    }
}

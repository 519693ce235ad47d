package dev.hearth.incentive.wallet.hold;

import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.Lot;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
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

/** The store of holds. */
@ApplicationScoped
class Holds {
    private static final String FIND = "select * from hold where community = $1 and id = $2";
    private static final String PAGE =
            "select * from hold where community = $1 and member = $2 and id < $3 order by id desc limit $4";
    private static final String OVERDUE =
            "select * from hold where status = 'HELD' and expires_at <= $1 order by expires_at limit $2"
                    + " for update skip locked";
    private static final String COUNT_OVERDUE =
            "select count(*) from (select from hold where status = 'HELD' and expires_at <= $1 limit 10000) h";
    private static final String ADD = """
            insert into hold (community, id, member, currency, amount, lots, reference, reason, status, expires_at,
                created_at, created_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """;
    private static final String CHANGE = """
            update hold h set status = w.status, lots = cast(w.lots as jsonb), captured = w.captured,
                refunded = w.refunded, refunds = w.refunds, ended_at = w.ended_at
            from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::int[],
                $8::timestamptz[]) as w (community, id, status, lots, captured, refunded, refunds, ended_at)
            where h.community = w.community and h.id = w.id
            """;

    Uni<Optional<Hold>> find(SqlClient client, String community, UUID id) {
        return all(client, FIND, Tuple.of(community, id))
                .map(found -> found.stream().findFirst());
    }

    /** The hold, locked until the transaction ends. */
    Uni<Optional<Hold>> lock(SqlConnection connection, String community, UUID id) {
        return all(connection, FIND + " for update", Tuple.of(community, id))
                .map(found -> found.stream().findFirst());
    }

    /** A member's holds, newest first, before that id. */
    Uni<List<Hold>> page(SqlClient client, Holder holder, UUID before, int rows) {
        return all(client, PAGE, Tuple.of(holder.community(), holder.member(), before, rows));
    }

    /** Holds whose time is over and that nobody else works on, locked until the transaction ends. */
    Uni<List<Hold>> lockOverdue(SqlConnection connection, Instant now, int rows) {
        return all(connection, OVERDUE, Tuple.of(now.atOffset(ZoneOffset.UTC), rows));
    }

    /** How many there are of them, counted to 10,000. */
    Uni<Long> overdue(SqlClient client, Instant now) {
        return client.preparedQuery(COUNT_OVERDUE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<Hold> add(SqlConnection connection, Hold hold) {
        return connection
                .preparedQuery(ADD)
                .execute(Tuple.from(new @Nullable Object[] {
                    hold.community(),
                    hold.id(),
                    hold.member(),
                    hold.currency(),
                    hold.amount(),
                    json(hold.lots()),
                    hold.reference(),
                    hold.reason(),
                    hold.status().name(),
                    hold.expiresAt().atOffset(ZoneOffset.UTC),
                    hold.createdAt().atOffset(ZoneOffset.UTC),
                    hold.createdBy()
                }))
                .replaceWith(hold);
    }

    /** Writes how these stand now. */
    Uni<Void> change(SqlConnection connection, List<Hold> holds) {
        return connection
                .preparedQuery(CHANGE)
                .execute(Tuple.tuple()
                        .addArrayOfString(holds.stream().map(Hold::community).toArray(String[]::new))
                        .addArrayOfUUID(holds.stream().map(Hold::id).toArray(UUID[]::new))
                        .addArrayOfString(
                                holds.stream().map(hold -> hold.status().name()).toArray(String[]::new))
                        .addArrayOfString(holds.stream()
                                .map(hold -> json(hold.lots()).encode())
                                .toArray(String[]::new))
                        .addArrayOfLong(holds.stream().map(Hold::captured).toArray(Long[]::new))
                        .addArrayOfLong(holds.stream().map(Hold::refunded).toArray(Long[]::new))
                        .addArrayOfInteger(holds.stream().map(Hold::refunds).toArray(Integer[]::new))
                        .addArrayOfOffsetDateTime(
                                holds.stream().map(hold -> time(hold.endedAt())).toArray(OffsetDateTime[]::new)))
                .replaceWithVoid();
    }

    private static Uni<List<Hold>> all(SqlClient client, String sql, Tuple asked) {
        return client.preparedQuery(sql).execute(asked).map(rows -> {
            List<Hold> found = new ArrayList<>(rows.size());
            rows.forEach(row -> found.add(hold(row)));
            return found;
        });
    }

    private static Hold hold(Row row) {
        OffsetDateTime ended = row.getOffsetDateTime("ended_at");
        return new Hold(
                row.getString("community"),
                row.getUUID("id"),
                row.getString("member"),
                row.getString("currency"),
                row.getLong("amount"),
                lots(row.getJsonArray("lots")),
                row.getString("reference"),
                row.getString("reason"),
                HoldStatus.valueOf(row.getString("status")),
                row.getLong("captured"),
                row.getLong("refunded"),
                row.getInteger("refunds"),
                row.getOffsetDateTime("expires_at").toInstant(),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("created_by"),
                ended == null ? null : ended.toInstant());
    }

    private static JsonArray json(List<Lot> lots) {
        JsonArray array = new JsonArray();
        lots.forEach(lot -> array.add(
                new JsonObject().put("expiresAt", lot.expiresAt().toString()).put("points", lot.points())));
        return array;
    }

    private static List<Lot> lots(JsonArray array) {
        List<Lot> lots = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            JsonObject lot = array.getJsonObject(i);
            lots.add(new Lot(Instant.parse(lot.getString("expiresAt")), lot.getLong("points")));
        }
        return lots;
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}

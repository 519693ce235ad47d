package dev.hearth.incentive.wallet.adjustment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
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

/** The store of adjustments. */
@ApplicationScoped
class Adjustments {
    private static final String FIND = "select * from adjustment where community = $1 and id = $2";
    private static final String PAGE = """
            select * from adjustment where community = $1 and id < $2 and ($3::text is null or status = $3)
            order by id desc limit $4
            """;
    private static final String ADD = """
            insert into adjustment (community, id, member, currency, amount, owe, expires_at, reason, reference, status,
                requested_at, requested_by, decided_at, decided_by, comment, needs_second, transaction_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
            """;
    private static final String DECIDE = """
            update adjustment set status = $3, decided_at = $4, decided_by = $5, comment = $6, transaction_id = $7
            where community = $1 and id = $2
            """;

    Uni<Optional<Adjustment>> find(SqlClient client, String community, UUID id) {
        return all(client, FIND, Tuple.of(community, id))
                .map(found -> found.stream().findFirst());
    }

    /** The adjustment, locked until the transaction ends. */
    Uni<Optional<Adjustment>> lock(SqlClient connection, String community, UUID id) {
        return all(connection, FIND + " for update", Tuple.of(community, id))
                .map(found -> found.stream().findFirst());
    }

    /** Newest first, before that id; of that status only, or all. */
    Uni<List<Adjustment>> page(
            SqlClient client, String community, UUID before, @Nullable AdjustmentStatus status, int rows) {
        String only = status == null ? null : status.name();
        return all(client, PAGE, Tuple.from(new @Nullable Object[] {community, before, only, rows}));
    }

    Uni<Adjustment> add(SqlClient connection, Adjustment adjustment) {
        Adjustment.Decision decision = adjustment.decision();
        return connection
                .preparedQuery(ADD)
                .execute(Tuple.from(new @Nullable Object[] {
                    adjustment.community(),
                    adjustment.id(),
                    adjustment.member(),
                    adjustment.currency(),
                    adjustment.amount(),
                    adjustment.owe(),
                    time(adjustment.expiresAt()),
                    adjustment.reason(),
                    adjustment.reference(),
                    adjustment.status().name(),
                    time(adjustment.requestedAt()),
                    adjustment.requestedBy(),
                    decision == null ? null : time(decision.at()),
                    decision == null ? null : decision.by(),
                    decision == null ? null : decision.comment(),
                    adjustment.needsSecond(),
                    adjustment.transaction()
                }))
                .replaceWith(adjustment);
    }

    Uni<Adjustment> decide(SqlClient connection, Adjustment decided, Adjustment.Decision decision) {
        return connection
                .preparedQuery(DECIDE)
                .execute(Tuple.from(new @Nullable Object[] {
                    decided.community(),
                    decided.id(),
                    decided.status().name(),
                    time(decision.at()),
                    decision.by(),
                    decision.comment(),
                    decided.transaction()
                }))
                .replaceWith(decided);
    }

    private static Uni<List<Adjustment>> all(SqlClient client, String sql, Tuple asked) {
        return client.preparedQuery(sql).execute(asked).map(rows -> {
            List<Adjustment> found = new ArrayList<>(rows.size());
            rows.forEach(row -> found.add(adjustment(row)));
            return found;
        });
    }

    private static Adjustment adjustment(Row row) {
        return new Adjustment(
                row.getString("community"),
                row.getUUID("id"),
                row.getString("member"),
                row.getString("currency"),
                row.getLong("amount"),
                row.getBoolean("owe"),
                instant(row.getOffsetDateTime("expires_at")),
                row.getString("reason"),
                row.getString("reference"),
                AdjustmentStatus.valueOf(row.getString("status")),
                row.getOffsetDateTime("requested_at").toInstant(),
                row.getString("requested_by"),
                decision(row),
                row.getBoolean("needs_second"),
                row.getUUID("transaction_id"));
    }

    private static Adjustment.@Nullable Decision decision(Row row) {
        Instant at = instant(row.getOffsetDateTime("decided_at"));
        return at == null ? null : new Adjustment.Decision(at, row.getString("decided_by"), row.getString("comment"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}

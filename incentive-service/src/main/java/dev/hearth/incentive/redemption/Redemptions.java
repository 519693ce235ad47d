package dev.hearth.incentive.redemption;

import static dev.hearth.incentive.redemption.RedemptionColumns.COLUMNS;
import static dev.hearth.incentive.redemption.RedemptionColumns.redemptions;
import static dev.hearth.incentive.redemption.RedemptionColumns.utc;

import dev.hearth.incentive.ledger.Holder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The store of redemptions; they begin in {@link Purchases}. */
@ApplicationScoped
class Redemptions {
    private static final String FIND =
            "select " + COLUMNS + " from redemption where community = $1 and redemption = $2";
    private static final String PAGE = "select " + COLUMNS + " from redemption where community = $1 and member = $2"
            + " and ($3::uuid is null or redemption < $3) order by redemption desc limit $4";
    private static final String OPEN = "select " + COLUMNS + " from redemption where community = $1 and state = $2"
            + " and state in ('RESERVED', 'CONFIRMED') and redemption > $3 order by redemption limit $4";
    private static final String DUE = "select " + COLUMNS + " from redemption where state = 'RESERVED'"
            + " and reserved_until <= $1 order by reserved_until limit $2 for update skip locked";
    /** Counted no further than an operator needs to know. */
    private static final String COUNT_DUE = """
            select count(*) from (select from redemption where state = 'RESERVED' and reserved_until <= $1 limit 100000) due
            """;

    private static final String SAVE = """
            update redemption set state = $2, confirmed_at = $3, fulfilled_at = $4, refundable_until = $5, ended_at = $6,
                reference = $7
            where redemption = $1
            """;
    private static final String TIME_OUT =
            "update redemption set state = 'TIMED_OUT', ended_at = $2 where redemption = any($1)";

    Uni<Optional<Redemption>> find(SqlClient client, String community, UUID id) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(community, id))
                .map(rows -> redemptions(rows).stream().findFirst());
    }

    /** The same, locked until the transaction ends. */
    Uni<Optional<Redemption>> lock(SqlConnection connection, String community, UUID id) {
        return connection
                .preparedQuery(FIND + " for update")
                .execute(Tuple.of(community, id))
                .map(rows -> redemptions(rows).stream().findFirst());
    }

    /** Those of a member, newest first, before that one. */
    Uni<List<Redemption>> page(SqlClient client, Holder holder, @Nullable UUID before, int rows) {
        return client.preparedQuery(PAGE)
                .execute(Tuple.tuple()
                        .addString(holder.community())
                        .addString(holder.member())
                        .addUUID(before)
                        .addInteger(rows))
                .map(RedemptionColumns::redemptions);
    }

    /** Those of the community that are not over yet, oldest first, after that one. */
    Uni<List<Redemption>> open(SqlClient client, String community, Openness openness, UUID after, int rows) {
        return client.preparedQuery(OPEN)
                .execute(Tuple.of(community, openness.name(), after, rows))
                .map(RedemptionColumns::redemptions);
    }

    /** Reservations whose time is over, locked, but not what others have locked. */
    Uni<List<Redemption>> due(SqlConnection connection, Instant now, int limit) {
        return connection.preparedQuery(DUE).execute(Tuple.of(utc(now), limit)).map(RedemptionColumns::redemptions);
    }

    Uni<Long> countDue(SqlClient client, Instant now) {
        return client.preparedQuery(COUNT_DUE)
                .execute(Tuple.of(utc(now)))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** Writes down where a locked redemption stands now. */
    Uni<Void> save(SqlConnection connection, Redemption redemption) {
        Redemption.Times times = redemption.times();
        return connection
                .preparedQuery(SAVE)
                .execute(Tuple.tuple()
                        .addUUID(redemption.id())
                        .addString(redemption.stage().state().name())
                        .addOffsetDateTime(utc(times.confirmedAt()))
                        .addOffsetDateTime(utc(times.fulfilledAt()))
                        .addOffsetDateTime(utc(times.refundableUntil()))
                        .addOffsetDateTime(utc(times.endedAt()))
                        .addString(redemption.reference()))
                .replaceWithVoid();
    }

    /** Writes down that locked reservations timed out. */
    Uni<Void> timeOut(SqlConnection connection, List<Redemption> due, Instant now) {
        return connection
                .preparedQuery(TIME_OUT)
                .execute(Tuple.of(due.stream().map(Redemption::id).toArray(UUID[]::new), utc(now)))
                .replaceWithVoid();
    }
}

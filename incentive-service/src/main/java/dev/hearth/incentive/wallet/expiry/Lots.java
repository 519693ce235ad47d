package dev.hearth.incentive.wallet.expiry;

import dev.hearth.incentive.ledger.CurrencyId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Finds the lots that have expired and still hold something. */
@ApplicationScoped
class Lots {
    /** How far the clocks of replicas may be apart: so late may another one still put points into an expired lot. */
    private static final Duration SLACK = Duration.ofMinutes(5);

    /** One replica at a time: what two would do, one does as fast. */
    private static final String TURN =
            "select pg_try_advisory_xact_lock(hashtextextended('hearth/lot-expiry', 0)) as mine, expired_to from lot_expiry";

    private static final String EXPIRED = """
            select a.community, a.currency, a.owner, a.expires_at from account a
            where a.kind = 'WALLET' and a.expires_at < '9999-12-31T00:00:00Z' and a.expires_at > $1 and a.expires_at <= $2
                and a.balance > 0
            order by a.expires_at limit $3
            """;
    private static final String COUNT = """
            select count(*) from (
                select from account a
                where a.kind = 'WALLET' and a.expires_at < '9999-12-31T00:00:00Z'
                    and a.expires_at > (select expired_to from lot_expiry) and a.expires_at <= $1 and a.balance > 0
                limit 10000) l
            """;
    private static final String REACHED =
            "update lot_expiry set expired_to = greatest(expired_to, cast($1 as timestamptz))";

    /** A lot whose time is over. */
    record ExpiredLot(CurrencyId currency, String member, Instant expiresAt) {}

    /**
     * Lots that have expired, soonest first; none where another replica is looking after them.
     *
     * <p>All up to a noted instant are known to be empty, so that the search does not begin at the beginning of time.
     */
    Uni<List<ExpiredLot>> expired(SqlConnection connection, Instant now, int limit) {
        return connection.preparedQuery(TURN).execute().chain(rows -> {
            Row turn = rows.iterator().next();
            OffsetDateTime from = turn.getOffsetDateTime("expired_to");
            return turn.getBoolean("mine")
                    ? find(connection, from, now, limit)
                            .call(found -> found.isEmpty()
                                    ? reached(connection, now)
                                    : Uni.createFrom().voidItem())
                    : Uni.createFrom().item(List.of());
        });
    }

    /** How many there are, counted to 10,000. */
    Uni<Long> count(SqlClient client, Instant now) {
        return client.preparedQuery(COUNT)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private static Uni<List<ExpiredLot>> find(SqlConnection connection, OffsetDateTime from, Instant now, int limit) {
        return connection
                .preparedQuery(EXPIRED)
                .execute(Tuple.of(from, now.atOffset(ZoneOffset.UTC), limit))
                .map(rows -> {
                    List<ExpiredLot> lots = new ArrayList<>(rows.size());
                    rows.forEach(row -> lots.add(new ExpiredLot(
                            new CurrencyId(row.getString("community"), row.getString("currency")),
                            row.getString("owner"),
                            row.getOffsetDateTime("expires_at").toInstant())));
                    return lots;
                });
    }

    private static Uni<Void> reached(SqlConnection connection, Instant now) {
        return connection
                .preparedQuery(REACHED)
                .execute(Tuple.of(now.minus(SLACK).atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}

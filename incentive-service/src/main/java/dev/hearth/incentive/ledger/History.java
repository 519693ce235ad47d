package dev.hearth.incentive.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What the ledger says of members beyond their balances now: each lot, and what the balances were. */
public final class History {
    private static final String LOTS = """
            select currency, expires_at, balance from account
            where community = $1 and owner = $2 and id > 0 and kind = 'WALLET' and balance > 0 and expires_at > $3
                and (currency, expires_at) > ($4, $5)
            order by currency, expires_at limit $6
            """;
    /** Summed from the postings recorded until then; what had expired by then is no longer spendable. */
    private static final String AS_OF = """
            with accounts as materialized (
                select id, currency, kind, expires_at from account where community = $1 and owner = $2 and id > 0),
            moved as (
                select a.currency, a.kind, a.expires_at, p.amount
                from accounts a join posting p on p.destination = a.id and p.destination > 0
                join ledger_transaction t on t.id = p.transaction_id where t.recorded_at <= $3
                union all
                select a.currency, a.kind, a.expires_at, -p.amount
                from accounts a join posting p on p.source = a.id and p.source > 0
                join ledger_transaction t on t.id = p.transaction_id where t.recorded_at <= $3)
            select $2::text as member, c.currency,
                coalesce(sum(m.amount) filter (where m.kind = 'WALLET' and m.expires_at > $3), 0)::bigint as spendable,
                coalesce(sum(m.amount) filter (where m.kind = 'HELD'), 0)::bigint as held,
                coalesce(sum(m.amount) filter (where m.kind = 'PENDING'), 0)::bigint as pending,
                coalesce(-sum(m.amount) filter (where m.kind = 'OWED'), 0)::bigint as owed
            from currency c left join moved m on m.currency = c.currency
            where c.community = $1 and c.currency > $4
            group by c.currency order by c.currency limit $5
            """;

    private static final String HOLDERS =
            "select member from holder where community = $1 and member > $2 order by member limit $3";

    private final SqlClient database;
    private final Clock clock;

    public History(SqlClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A lot of a member that can be spent.
     *
     * @param currency the currency's id
     * @param lot when it expires, and how much it is
     */
    public record OwnLot(String currency, Lot lot) {}

    /** A member's lots that hold something and have not expired, by currency and expiry, beyond that one. */
    public Uni<List<OwnLot>> lots(Holder holder, String currency, Instant expiresAt, int limit) {
        return database.preparedQuery(LOTS)
                .execute(Tuple.of(
                                holder.community(),
                                holder.member(),
                                clock.instant().atOffset(ZoneOffset.UTC),
                                currency)
                        .addOffsetDateTime(expiresAt.atOffset(ZoneOffset.UTC))
                        .addInteger(limit))
                .map(rows -> {
                    List<OwnLot> lots = new ArrayList<>(rows.size());
                    rows.forEach(row -> lots.add(new OwnLot(
                            row.getString("currency"),
                            new Lot(row.getOffsetDateTime("expires_at").toInstant(), row.getLong("balance")))));
                    return lots;
                });
    }

    /** What the member had according to all that had been recorded then, by currency, after that currency. */
    public Uni<List<Balance>> balancesAsOf(Holder holder, Instant asOf, String after, int limit) {
        return database.preparedQuery(AS_OF)
                .execute(Tuple.of(holder.community(), holder.member(), asOf.atOffset(ZoneOffset.UTC), after, limit))
                .map(rows -> {
                    List<Balance> balances = new ArrayList<>(rows.size());
                    rows.forEach(row -> balances.add(balance(row)));
                    return balances;
                });
    }

    /** Members whose points ever moved, by id, after that one. */
    public Uni<List<String>> holders(String community, String after, int limit) {
        return database.preparedQuery(HOLDERS)
                .execute(Tuple.of(community, after, limit))
                .map(rows -> {
                    List<String> members = new ArrayList<>(rows.size());
                    rows.forEach(row -> members.add(row.getString(0)));
                    return members;
                });
    }

    private static Balance balance(Row row) {
        return new Balance(
                row.getString("member"),
                row.getString("currency"),
                row.getLong("spendable"),
                row.getLong("held"),
                row.getLong("pending"),
                row.getLong("owed"));
    }
}

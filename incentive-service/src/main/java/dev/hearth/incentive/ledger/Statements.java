package dev.hearth.incentive.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What the ledger says of members: their balances and the entries these come from. */
public final class Statements {
    private static final String SUMS = """
            select count(*) as accounts,
                coalesce(sum(a.balance) filter (where a.kind = 'WALLET' and a.expires_at > $5), 0)::bigint as spendable,
                coalesce(sum(a.balance) filter (where a.kind = 'HELD'), 0)::bigint as held,
                coalesce(sum(a.balance) filter (where a.kind = 'PENDING'), 0)::bigint as pending,
                coalesce(-sum(a.balance) filter (where a.kind = 'OWED'), 0)::bigint as owed
            from account a
            where a.id > 0 and a.community = $1
            """;
    /** Of every currency of the community, also where the member never had any. */
    private static final String BALANCES_OF_MEMBER = "select $2::text as member, c.currency, s.* from currency c"
            + " cross join lateral (" + SUMS + " and a.owner = $2 and a.currency = c.currency) s"
            + " where c.community = $1 and c.currency > $3 order by c.currency limit $4";

    private static final String BALANCES_OF_CURRENCY = "select h.member, $2::text as currency, s.* from holder h"
            + " cross join lateral (" + SUMS + " and a.owner = h.member and a.currency = $2) s"
            + " where h.community = $1 and h.member > $3 and s.accounts > 0 order by h.member limit $4";

    /**
     * Of each account of the member the newest transactions, then the newest of these: each part is read by its index.
     */
    private static final String ENTRIES = """
            with accounts as materialized (
                select id, currency, kind from account
                where community = $1 and owner = $2 and id > 0
                    and ($3::text is null or currency = $3)),
            latest as (
                select distinct e.transaction_id from accounts a cross join lateral (
                    (select transaction_id from posting where destination = a.id and destination > 0 and transaction_id <= $4
                    group by transaction_id order by transaction_id desc limit $6)
                    union all
                    (select transaction_id from posting where source = a.id and source > 0 and transaction_id <= $4
                    group by transaction_id order by transaction_id desc limit $6)) e
                order by e.transaction_id desc limit $6)
            select t.*, c.currency, c.spendable, c.held, c.pending, c.owed
            from latest l
            join ledger_transaction t on t.id = l.transaction_id
            cross join lateral (
                select m.currency, sum(m.amount) filter (where m.kind = 'WALLET') as spendable,
                    sum(m.amount) filter (where m.kind = 'HELD') as held,
                    sum(m.amount) filter (where m.kind = 'PENDING') as pending,
                    -sum(m.amount) filter (where m.kind = 'OWED') as owed
                from (select a.currency, a.kind, p.amount from posting p join accounts a on a.id = p.destination
                      where p.transaction_id = t.id
                      union all
                      select a.currency, a.kind, -p.amount from posting p join accounts a on a.id = p.source
                      where p.transaction_id = t.id) m
                group by m.currency) c
            where t.id < $4 or c.currency > $5
            order by t.id desc, c.currency limit $6
            """;

    private final SqlClient database;
    private final Clock clock;

    public Statements(SqlClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A member's balances by currency, after that currency; a currency never moved is 0. */
    public Uni<List<Balance>> balancesOfMember(String community, String member, String after, int limit) {
        return balances(BALANCES_OF_MEMBER, Tuple.of(community, member, after, limit, now()));
    }

    /** The balances of all members that ever had points of the currency, by member, after that member. */
    public Uni<List<Balance>> balancesOfCurrency(CurrencyId currency, String after, int limit) {
        return balances(BALANCES_OF_CURRENCY, Tuple.of(currency.community(), currency.currency(), after, limit, now()));
    }

    /**
     * A member's entries, newest first, beyond that place.
     *
     * @param currency of this currency only, or null for all
     */
    public Uni<List<Entry>> entries(
            String community, String member, @Nullable String currency, Place after, int limit) {
        Tuple asked = Tuple.from(
                new @Nullable Object[] {community, member, currency, after.transaction(), after.currency(), limit});
        return database.preparedQuery(ENTRIES)
                .execute(asked)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Statements::entry)
                        .toList());
    }

    /**
     * Where an entry stands among all.
     *
     * @param transaction its transaction
     * @param currency its currency
     */
    public record Place(UUID transaction, String currency) {
        /** Before every entry. */
        public static final Place START = new Place(new UUID(-1, -1), "");
    }

    private Uni<List<Balance>> balances(String query, Tuple asked) {
        return database.preparedQuery(query)
                .execute(asked)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Statements::balance)
                        .toList());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
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

    private static Entry entry(Row row) {
        return new Entry(
                row.getUUID("id"),
                TransactionRows.type(row),
                row.getString("currency"),
                new Change(points(row, "spendable"), points(row, "held"), points(row, "pending"), points(row, "owed")),
                TransactionRows.cause(row),
                TransactionRows.when(row),
                row.getOffsetDateTime("recorded_at").toInstant(),
                TransactionRows.notes(row));
    }

    private static long points(Row row, String column) {
        var sum = row.getNumeric(column);
        return sum == null ? 0 : sum.longValue();
    }
}

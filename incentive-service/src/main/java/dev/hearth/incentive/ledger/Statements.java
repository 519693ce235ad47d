package dev.hearth.incentive.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What the ledger says of members: their balances and the entries these come from. */
public final class Statements {
    /** Of every currency of the community, also where the member has no wallet yet. */
    private static final String BALANCES_OF_MEMBER = """
            select $2::text as owner, c.currency, coalesce(a.balance, 0) as balance, coalesce(a.version, 0) as version
            from currency c
            left join account a on a.community = c.community and a.currency = c.currency
                and a.kind = 'WALLET' and a.owner = $2
            where c.community = $1 and c.currency > $3
            order by c.currency limit $4
            """;

    private static final String BALANCES_OF_CURRENCY = """
            select owner, currency, balance, version from account
            where community = $1 and currency = $2 and kind = 'WALLET' and owner > $3
            order by owner limit $4
            """;
    /** Of each wallet of the member the newest, then the newest of these: each part is read by its index. */
    private static final String ENTRIES = """
            select e.transaction_id, e.ordinal, a.currency, e.amount, t.community, t.source_event, t.rule, t.rule_version,
                t.caller_key, t.local_date, t.occurred_at, t.recorded_at
            from account a
            cross join lateral (
                (select transaction_id, ordinal, amount from posting
                where destination = a.id and (transaction_id, ordinal) < ($4, $5)
                order by transaction_id desc, ordinal desc limit $6)
                union all
                (select transaction_id, ordinal, -amount from posting
                where source = a.id and (transaction_id, ordinal) < ($4, $5)
                order by transaction_id desc, ordinal desc limit $6)) e
            join ledger_transaction t on t.id = e.transaction_id
            where a.community = $1 and a.owner = $2 and a.kind = 'WALLET' and ($3::text is null or a.currency = $3)
            order by e.transaction_id desc, e.ordinal desc limit $6
            """;

    private final SqlClient database;

    public Statements(SqlClient database) {
        this.database = database;
    }

    /** A member's balances by currency, after that currency; a currency never moved is 0. */
    public Uni<List<Balance>> balancesOfMember(String community, String member, String after, int limit) {
        return balances(BALANCES_OF_MEMBER, Tuple.of(community, member, after, limit));
    }

    /** The balances of all members that have a wallet of the currency, by member, after that member. */
    public Uni<List<Balance>> balancesOfCurrency(CurrencyId currency, String after, int limit) {
        return balances(BALANCES_OF_CURRENCY, Tuple.of(currency.community(), currency.currency(), after, limit));
    }

    /**
     * A member's entries, newest first, older than that place.
     *
     * @param currency of this currency only, or null for all
     */
    public Uni<List<Entry>> entries(
            String community, String member, @Nullable String currency, Place before, int limit) {
        Tuple asked = Tuple.from(
                new @Nullable Object[] {community, member, currency, before.transaction(), before.ordinal(), limit});
        return database.preparedQuery(ENTRIES)
                .execute(asked)
                .map(rows -> rowsOf(rows).stream().map(Statements::entry).toList());
    }

    /**
     * Where an entry stands among all.
     *
     * @param transaction its transaction
     * @param ordinal its place in the transaction
     */
    public record Place(UUID transaction, int ordinal) {
        /** After every entry. */
        public static final Place END = new Place(new UUID(-1, -1), Integer.MAX_VALUE);
    }

    private Uni<List<Balance>> balances(String query, Tuple asked) {
        return database.preparedQuery(query).execute(asked).map(rows -> {
            List<Balance> balances = new ArrayList<>(rows.size());
            rows.forEach(row ->
                    balances.add(new Balance(row.getString(0), row.getString(1), row.getLong(2), row.getLong(3))));
            return balances;
        });
    }

    private static List<Row> rowsOf(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }

    private static Entry entry(Row row) {
        return new Entry(
                row.getUUID("transaction_id"),
                row.getInteger("ordinal"),
                row.getString("currency"),
                row.getLong("amount"),
                cause(row),
                row.getLocalDate("local_date"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getOffsetDateTime("recorded_at").toInstant());
    }

    private static Cause cause(Row row) {
        String community = row.getString("community");
        String key = row.getString("caller_key");
        return key == null
                ? new Cause.Earned(
                        community, row.getString("source_event"), row.getString("rule"), row.getInteger("rule_version"))
                : new Cause.Requested(community, key);
    }
}

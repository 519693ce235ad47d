package dev.hearth.incentive.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The recorded transactions. Whoever records, the database holds the ledger's invariants (see the first migration). */
public final class Transactions {
    /** Transactions and their postings in one statement: the database accepts them only together. */
    private static final String RECORD = """
            with recorded as (
                insert into ledger_transaction (id, community, source_event, rule, rule_version, caller_key,
                    occurred_at, local_date, recorded_at, postings)
                select t.id, t.community, t.source_event, t.rule, t.rule_version, t.caller_key,
                    t.occurred_at, t.local_date, $9, t.postings
                from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::int[], $6::text[],
                    $7::timestamptz[], $8::date[], $10::smallint[])
                    as t (id, community, source_event, rule, rule_version, caller_key, occurred_at, local_date, postings))
            insert into posting (transaction_id, ordinal, source, destination, amount)
            select * from unnest($11::uuid[], $12::smallint[], $13::bigint[], $14::bigint[], $15::bigint[])
            """;

    private static final String ANSWERED = """
            select t.community, t.source_event, t.rule
            from unnest($1::text[], $2::text[], $3::text[]) as asked (community, source_event, rule)
            join ledger_transaction t using (community, source_event, rule)
            """;

    private static final Set<String> REPEATED =
            Set.of("one_transaction_per_event_and_rule", "one_transaction_per_caller_key");

    private final Accounts accounts = new Accounts();
    private final Clock clock;

    public Transactions(Clock clock) {
        this.clock = clock;
    }

    /** Which event was answered by which rule: a cause without its version. */
    public record Answer(String community, String sourceEvent, String rule) {}

    /** Those of {@code asked} that have made a transaction before. */
    public Uni<Set<Answer>> answered(SqlClient connection, Collection<Answer> asked) {
        return connection
                .preparedQuery(ANSWERED)
                .execute(Tuple.of(
                        asked.stream().map(Answer::community).toArray(String[]::new),
                        asked.stream().map(Answer::sourceEvent).toArray(String[]::new),
                        asked.stream().map(Answer::rule).toArray(String[]::new)))
                .map(rows -> {
                    Set<Answer> answered = new HashSet<>();
                    rows.forEach(row -> answered.add(new Answer(row.getString(0), row.getString(1), row.getString(2))));
                    return answered;
                });
    }

    /**
     * Records all or, if the database refuses one, none. Belongs into a database transaction of the caller's.
     *
     * @param connection the caller's transaction
     */
    public Uni<Void> record(SqlClient connection, List<Transaction> transactions) {
        if (transactions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return accounts.open(connection, accountsOf(transactions))
                .chain(ids -> insert(connection, transactions, ids))
                .replaceWithVoid();
    }

    /** Records one transaction of its own, and tells what became of it. */
    public Uni<Outcome> recordOne(Pool pool, Transaction transaction) {
        return pool.withTransaction(connection -> record(connection, List.of(transaction)))
                .replaceWith(Outcome.RECORDED)
                .onFailure(Transactions::isRepeated)
                .recoverWithItem(Outcome.REPEATED)
                .onFailure(failure -> breaks(failure, Set.of("wallet_not_negative")))
                .recoverWithItem(Outcome.INSUFFICIENT);
    }

    /** Whether the database refused because a cause had made a transaction before. */
    public static boolean isRepeated(Throwable failure) {
        return breaks(failure, REPEATED);
    }

    private static boolean breaks(Throwable failure, Set<String> constraints) {
        return failure instanceof PgException refusal
                && refusal.getConstraint() != null
                && constraints.contains(refusal.getConstraint());
    }

    private static Set<Account> accountsOf(List<Transaction> transactions) {
        Set<Account> accounts = new HashSet<>();
        for (Transaction transaction : transactions) {
            for (Posting posting : transaction.postings()) {
                accounts.add(posting.source());
                accounts.add(posting.destination());
            }
        }
        return accounts;
    }

    private Uni<RowSet<Row>> insert(SqlClient connection, List<Transaction> transactions, Map<Account, Long> ids) {
        TransactionColumns columns = new TransactionColumns(transactions, ids);
        return connection
                .preparedQuery(RECORD)
                .execute(columns.tuple(clock.instant().atOffset(ZoneOffset.UTC)));
    }
}

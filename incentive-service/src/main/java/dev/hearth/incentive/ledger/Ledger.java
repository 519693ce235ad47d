package dev.hearth.incentive.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The ledger's door to the database: locks members, reads what they have, records what was drafted. Whoever records,
 * the database holds the invariants (see the first and the third migration).
 */
public final class Ledger {
    private static final String ANSWERED = """
            select t.community, t.source_event, t.rule
            from unnest($1::text[], $2::text[], $3::text[]) as asked (community, source_event, rule)
            join ledger_transaction t using (community, source_event, rule)
            """;

    private static final String FIND = """
            select t.*, p.amount, s.currency, s.kind as source_kind, s.owner as source_owner,
                s.expires_at as source_expires_at, d.kind as destination_kind, d.owner as destination_owner,
                d.expires_at as destination_expires_at
            from ledger_transaction t
            join posting p on p.transaction_id = t.id
            join account s on s.id = p.source
            join account d on d.id = p.destination
            where t.community = $1 and %s
            order by p.ordinal
            """;
    private static final String BY_ID = FIND.formatted("t.id = $2");
    private static final String BY_KEY = FIND.formatted("t.caller_key = $2");

    private static final Set<String> REPEATED = Set.of(
            "one_transaction_per_event_and_rule", "one_transaction_per_caller_key", "one_reversal_per_transaction");

    private final Accounts accounts = new Accounts();
    private final Clock clock;
    private final Supplier<UUID> ids;

    /** @param ids of transactions, each growing over the one before */
    public Ledger(Clock clock, Supplier<UUID> ids) {
        this.clock = clock;
        this.ids = ids;
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

    /** A recorded transaction of the community. */
    public Uni<Optional<Transaction>> find(SqlClient connection, String community, UUID id) {
        return find(connection, BY_ID, Tuple.of(community, id));
    }

    /** What a cause other than an event has recorded. */
    public Uni<Optional<Transaction>> find(SqlClient connection, Cause.Requested cause) {
        return find(connection, BY_KEY, Tuple.of(cause.community(), cause.key()));
    }

    private static Uni<Optional<Transaction>> find(SqlClient connection, String query, Tuple asked) {
        return connection
                .preparedQuery(query)
                .execute(asked)
                .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(TransactionRows.transaction(rows)));
    }

    /**
     * Locks the holders, lets {@code work} draft in their books, and records it: in the transaction of the caller, who
     * does this at most once in it, with everybody whose points move. What {@code work} locks besides must be locked
     * before.
     *
     * @param shard whose shared accounts are used, 0 to 99,999: so that no row is hot, work that runs at the same time
     *     has different ones
     * @param work answers when all is drafted; if it fails, nothing is recorded
     * @param told what else is written once it is known what is recorded
     */
    public <T> Uni<T> within(
            SqlClient connection,
            int shard,
            Collection<Holder> holders,
            Function<Books, Uni<T>> work,
            Function<Books, Uni<Void>> told) {
        return open(connection, shard, holders)
                .chain(opened -> work.apply(opened.books()).call(() -> record(connection, opened, told)));
    }

    private record Opened(Books books, Map<Account, Long> ids) {}

    private Uni<Opened> open(SqlClient connection, int shard, Collection<Holder> holders) {
        Instant now = clock.instant();
        List<Holder> asked = List.copyOf(new LinkedHashSet<>(holders));
        if (asked.isEmpty()) {
            return Uni.createFrom().item(opened(now, shard, Map.of(), List.of()));
        }
        // Both are sent at once; the server reads after it has locked.
        return Uni.combine()
                .all()
                .unis(
                        accounts.lock(connection, asked),
                        accounts.ofHolders(connection, asked, now.atOffset(ZoneOffset.UTC)))
                .with((versions, stored) -> opened(now, shard, versions, stored));
    }

    private Opened opened(Instant now, int shard, Map<Holder, Long> versions, List<Accounts.Stored> stored) {
        Map<Account, Long> balances = HashMap.newHashMap(stored.size());
        Map<Account, Long> numbers = HashMap.newHashMap(stored.size());
        stored.forEach(one -> {
            balances.put(one.account(), one.balance());
            numbers.put(one.account(), one.id());
        });
        return new Opened(new Books(now, shard, ids, versions, balances), numbers);
    }

    private Uni<Void> record(SqlClient connection, Opened opened, Function<Books, Uni<Void>> told) {
        List<Transaction> transactions = opened.books().recorded();
        if (transactions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<Account, Long> known = new HashMap<>(opened.ids());
        Set<Account> unknown = accountsOf(transactions);
        unknown.removeAll(known.keySet());
        // One after the other: if the database refuses the first of two sent at once, the second fails too, and which
        // of the failures the caller sees is chance.
        return accounts.open(connection, unknown)
                .invoke(known::putAll)
                .chain(() -> insert(connection, transactions, known))
                .chain(() -> told.apply(opened.books()));
    }

    private Uni<RowSet<Row>> insert(SqlClient connection, List<Transaction> transactions, Map<Account, Long> known) {
        TransactionColumns columns = new TransactionColumns(transactions, known);
        return connection
                .preparedQuery(TransactionColumns.RECORD)
                .execute(columns.tuple(clock.instant().atOffset(ZoneOffset.UTC)));
    }

    /** Whether the database refused because a cause had made a transaction before. */
    public static boolean isRepeated(Throwable failure) {
        return breaks(failure, REPEATED);
    }

    /** Whether the database refused because a pot or a budget would have fallen below zero. */
    public static boolean isExhausted(Throwable failure) {
        return breaks(failure, Set.of("reserve_not_negative"));
    }

    /** Whether the database refused because a balance would have left the range that can be told exactly. */
    public static boolean isBeyondRange(Throwable failure) {
        return breaks(failure, Set.of("balance_in_range"));
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
}

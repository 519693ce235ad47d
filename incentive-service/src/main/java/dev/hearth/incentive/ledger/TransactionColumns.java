package dev.hearth.incentive.ledger;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Transactions and their postings turned into columns: one array parameter a column, however many rows. */
final class TransactionColumns {
    /** Transactions and their postings in one statement: the database accepts them only together. */
    static final String RECORD = """
            with recorded as (
                insert into ledger_transaction (id, community, source_event, rule, rule_version, caller_key,
                    occurred_at, local_date, recorded_at, postings, type, reference, reverses, reason, actor, trace,
                    source_position)
                select t.id, t.community, t.source_event, t.rule, t.rule_version, t.caller_key,
                    t.occurred_at, t.local_date, $9, t.postings, t.type, t.reference, t.reverses, t.reason, t.actor,
                    t.trace::jsonb, t.source_position
                from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::int[], $6::text[],
                    $7::timestamptz[], $8::date[], $10::smallint[], $11::text[], $12::text[], $13::uuid[], $14::text[],
                    $15::text[], $16::text[], $17::text[])
                    as t (id, community, source_event, rule, rule_version, caller_key, occurred_at, local_date, postings,
                        type, reference, reverses, reason, actor, trace, source_position))
            insert into posting (transaction_id, ordinal, source, destination, amount, book)
            select p.transaction_id, p.ordinal, p.source, p.destination, p.amount, c.book
            from unnest($18::uuid[], $19::smallint[], $20::bigint[], $21::bigint[], $22::bigint[], $23::text[], $24::text[])
                as p (transaction_id, ordinal, source, destination, amount, community, currency)
            join currency c using (community, currency)
            """;

    private final List<Transaction> transactions;
    private final Map<Account, Long> accounts;
    private final List<Move> moves = new ArrayList<>();

    TransactionColumns(List<Transaction> transactions, Map<Account, Long> accounts) {
        this.transactions = transactions;
        this.accounts = accounts;
        for (Transaction transaction : transactions) {
            for (int ordinal = 0; ordinal < transaction.postings().size(); ordinal++) {
                moves.add(new Move(
                        transaction.id(),
                        (short) ordinal,
                        transaction.postings().get(ordinal)));
            }
        }
    }

    Tuple tuple(OffsetDateTime recordedAt) {
        return Tuple.from(new Object[] {
            column(Transaction::id, UUID[]::new),
            column(transaction -> transaction.cause().community(), String[]::new),
            column(earned(Cause.Earned::sourceEvent), String[]::new),
            column(earned(Cause.Earned::rule), String[]::new),
            column(earned(Cause.Earned::ruleVersion), Integer[]::new),
            column(TransactionColumns::key, String[]::new),
            column(transaction -> transaction.when().occurredAt().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new),
            column(transaction -> transaction.when().localDate(), java.time.LocalDate[]::new),
            recordedAt,
            column(transaction -> (short) transaction.postings().size(), Short[]::new),
            column(transaction -> transaction.type().name(), String[]::new),
            column(transaction -> transaction.notes().reference(), String[]::new),
            column(transaction -> transaction.notes().reverses(), UUID[]::new),
            column(transaction -> transaction.notes().reason(), String[]::new),
            column(transaction -> transaction.notes().actor(), String[]::new),
            column(transaction -> transaction.notes().trace(), String[]::new),
            column(transaction -> transaction.notes().sourcePosition(), String[]::new),
            moves(Move::transaction, UUID[]::new),
            moves(Move::ordinal, Short[]::new),
            moves(move -> id(move.posting().source()), Long[]::new),
            moves(move -> id(move.posting().destination()), Long[]::new),
            moves(move -> move.posting().amount().points(), Long[]::new),
            moves(move -> move.posting().source().currency().community(), String[]::new),
            moves(move -> move.posting().source().currency().currency(), String[]::new),
        });
    }

    private record Move(UUID transaction, short ordinal, Posting posting) {}

    private <T> T[] moves(Function<Move, T> value, Function<Integer, T[]> array) {
        return moves.stream().map(value).toArray(array::apply);
    }

    private <T> @Nullable T[] column(
            Function<Transaction, ? extends @Nullable T> value, Function<Integer, @Nullable T[]> array) {
        @Nullable T[] column = array.apply(transactions.size());
        for (int row = 0; row < column.length; row++) {
            column[row] = value.apply(transactions.get(row));
        }
        return column;
    }

    private static <T> Function<Transaction, @Nullable T> earned(Function<Cause.Earned, T> value) {
        return transaction -> transaction.cause() instanceof Cause.Earned earned ? value.apply(earned) : null;
    }

    private static @Nullable String key(Transaction transaction) {
        return transaction.cause() instanceof Cause.Requested requested ? requested.key() : null;
    }

    private Long id(Account account) {
        return Objects.requireNonNull(accounts.get(account), "an account that is not open");
    }
}

package dev.hearth.incentive.ledger;

import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;

/** Rows of {@code ledger_transaction}, by its columns' names, turned into what they say. */
final class TransactionRows {
    private TransactionRows() {}

    static TransactionType type(Row row) {
        return TransactionType.valueOf(row.getString("type"));
    }

    static Cause cause(Row row) {
        String community = row.getString("community");
        String key = row.getString("caller_key");
        return key == null
                ? new Cause.Earned(
                        community, row.getString("source_event"), row.getString("rule"), row.getInteger("rule_version"))
                : new Cause.Requested(community, key);
    }

    static When when(Row row) {
        return new When(row.getOffsetDateTime("occurred_at").toInstant(), row.getLocalDate("local_date"));
    }

    static Notes notes(Row row) {
        Object trace = row.getValue("trace");
        return new Notes(
                row.getString("reference"),
                row.getUUID("reverses"),
                row.getString("reason"),
                row.getString("actor"),
                trace == null ? null : trace.toString(),
                row.getString("source_position"));
    }

    /** A transaction, from one row for each of its postings. */
    static Transaction transaction(Iterable<Row> rows) {
        List<Posting> postings = new ArrayList<>();
        Row first = rows.iterator().next();
        rows.forEach(row -> postings.add(
                new Posting(account(row, "source"), account(row, "destination"), new Amount(row.getLong("amount")))));
        return new Transaction(first.getUUID("id"), type(first), cause(first), when(first), postings, notes(first));
    }

    private static Account account(Row row, String side) {
        return new Account(
                new CurrencyId(row.getString("community"), row.getString("currency")),
                Account.Kind.valueOf(row.getString(side + "_kind")),
                row.getString(side + "_owner"),
                row.getOffsetDateTime(side + "_expires_at").toInstant());
    }
}

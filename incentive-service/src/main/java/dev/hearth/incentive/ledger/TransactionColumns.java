package dev.hearth.incentive.ledger;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Transactions and their postings turned into columns: one array parameter a column, however many rows. */
final class TransactionColumns {
    private final UUID[] ids;
    private final String[] communities;
    private final @Nullable String[] sourceEvents;
    private final @Nullable String[] rules;
    private final @Nullable Integer[] ruleVersions;
    private final @Nullable String[] callerKeys;
    private final OffsetDateTime[] occurred;
    private final LocalDate[] localDates;
    private final Short[] postings;

    private final UUID[] postingTransactions;
    private final Short[] ordinals;
    private final Long[] sources;
    private final Long[] destinations;
    private final Long[] amounts;

    TransactionColumns(List<Transaction> transactions, Map<Account, Long> accounts) {
        int rows = transactions.size();
        ids = new UUID[rows];
        communities = new String[rows];
        sourceEvents = new String[rows];
        rules = new String[rows];
        ruleVersions = new Integer[rows];
        callerKeys = new String[rows];
        occurred = new OffsetDateTime[rows];
        localDates = new LocalDate[rows];
        postings = new Short[rows];
        int moves = transactions.stream().mapToInt(one -> one.postings().size()).sum();
        postingTransactions = new UUID[moves];
        ordinals = new Short[moves];
        sources = new Long[moves];
        destinations = new Long[moves];
        amounts = new Long[moves];
        int move = 0;
        for (int row = 0; row < rows; row++) {
            Transaction transaction = transactions.get(row);
            fill(row, transaction);
            for (int ordinal = 0; ordinal < transaction.postings().size(); ordinal++) {
                fill(move++, transaction, ordinal, accounts);
            }
        }
    }

    private void fill(int row, Transaction transaction) {
        ids[row] = transaction.id();
        communities[row] = transaction.cause().community();
        occurred[row] = transaction.occurredAt().atOffset(ZoneOffset.UTC);
        localDates[row] = transaction.localDate();
        postings[row] = (short) transaction.postings().size();
        switch (transaction.cause()) {
            case Cause.Earned earned -> {
                sourceEvents[row] = earned.sourceEvent();
                rules[row] = earned.rule();
                ruleVersions[row] = earned.ruleVersion();
            }
            case Cause.Requested requested -> callerKeys[row] = requested.key();
        }
    }

    private void fill(int move, Transaction transaction, int ordinal, Map<Account, Long> accounts) {
        Posting posting = transaction.postings().get(ordinal);
        postingTransactions[move] = transaction.id();
        ordinals[move] = (short) ordinal;
        sources[move] = id(accounts, posting.source());
        destinations[move] = id(accounts, posting.destination());
        amounts[move] = posting.amount().points();
    }

    private static Long id(Map<Account, Long> accounts, Account account) {
        return Objects.requireNonNull(accounts.get(account), "an account that is not open");
    }

    Tuple tuple(OffsetDateTime recordedAt) {
        return Tuple.tuple()
                .addArrayOfUUID(ids)
                .addArrayOfString(communities)
                .addArrayOfString(sourceEvents)
                .addArrayOfString(rules)
                .addArrayOfInteger(ruleVersions)
                .addArrayOfString(callerKeys)
                .addArrayOfOffsetDateTime(occurred)
                .addArrayOfLocalDate(localDates)
                .addOffsetDateTime(recordedAt)
                .addArrayOfShort(postings)
                .addArrayOfUUID(postingTransactions)
                .addArrayOfShort(ordinals)
                .addArrayOfLong(sources)
                .addArrayOfLong(destinations)
                .addArrayOfLong(amounts);
    }
}

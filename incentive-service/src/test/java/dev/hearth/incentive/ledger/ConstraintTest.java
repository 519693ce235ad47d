package dev.hearth.incentive.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.incentive.LedgerDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;

/** Whatever SQL the service's own user writes by hand, the books stay sound. */
class ConstraintTest {
    private static final String ID = "00000000-0000-7000-8000-00000000000";
    private static LedgerDatabase database;
    private Connection connection;
    private Statement sql;

    @BeforeAll
    static void openDatabase() {
        database = new LedgerDatabase(1);
        database.execute(
                "insert into currency values ('acme', 'points', 'Points', 1, now(), 't')",
                "insert into currency values ('acme', 'growth', 'Growth', 1, now(), 't')",
                "insert into currency values ('other', 'points', 'Points', 1, now(), 't')",
                "insert into holder values ('acme', 'ada', 0), ('acme', 'bob', 0), ('other', 'ada', 0)",
                "insert into account (id, book, community, currency, kind, owner) values"
                        + " (-1, 1, 'acme', 'points', 'ISSUER', '0'), (2, 1, 'acme', 'points', 'WALLET', 'ada'),"
                        + " (3, 1, 'acme', 'points', 'WALLET', 'bob'), (4, 2, 'acme', 'growth', 'WALLET', 'ada'),"
                        + " (5, 3, 'other', 'points', 'WALLET', 'ada'),"
                        + " (6, 1, 'acme', 'points', 'HELD', 'ada'), (7, 1, 'acme', 'points', 'OWED', 'ada')",
                record(1, "acme", "e1", 1) + posting(1, 0, -1, 2, 10));
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void begin() throws SQLException {
        connection = database.connect();
        connection.setAutoCommit(false);
        sql = connection.createStatement();
    }

    @org.junit.jupiter.api.AfterEach
    void rollBack() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void acceptsAWholeTransaction() throws SQLException {
        var _ = sql.execute(record(2, "acme", "e2", 2) + posting(2, 0, -1, 2, 5) + ", " + row(2, 1, 2, 3, 4));

        try (var rows = sql.executeQuery("select balance from account order by id")) {
            assertThat(rows.next() ? rows.getLong(1) : 0).isEqualTo(-15);
            assertThat(rows.next() ? rows.getLong(1) : 0).isEqualTo(11);
            assertThat(rows.next() ? rows.getLong(1) : 0).isEqualTo(4);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "wallet_not_negative | {2, e2, 1} (2, 0, 2, 3, 11)",
                "amount_in_range | {2, e2, 1} (2, 0, -1, 2, 0)",
                "amount_in_range | {2, e2, 1} (2, 0, -1, 2, -5)",
                "amount_in_range | {2, e2, 1} (2, 0, -1, 2, 1000000000001)",
                "moves_between_two_accounts | {2, e2, 1} (2, 0, 2, 2, 5)",
                "reserve_not_negative | {2, e2, 1} (2, 0, 6, 2, 1)",
                "owed_not_positive | {2, e2, 1} (2, 0, -1, 7, 1)",
                "posting_within_one_currency | {2, e2, 1} (2, 0, -1, 4, 5)",
                "posting_within_one_currency | {2, e2, 1} (2, 0, -1, 5, 5)",
                "posting_within_one_currency | {2, e2, 1} (2, 0, -1, 999, 5)",
                "transaction_is_whole | {2, e2, 2} (2, 0, -1, 2, 5)",
                "transaction_is_whole | {2, e2, 1} (2, 1, -1, 2, 5)",
                "transaction_is_whole | {2, e2, 1} (3, 0, -1, 2, 5)",
                "one_transaction_per_event_and_rule | {2, e1, 1} (2, 0, -1, 2, 5)",
                "ledger_transaction_pkey | {1, e2, 1} (1, 1, -1, 2, 5)",
                "has_postings | {2, e2, 0} (2, 0, -1, 2, 5)",
            })
    void refusesATransactionThatWouldBreakTheBooks(String constraint, String attempt) {
        String[] parts = attempt.replaceAll("[{}()]", " ").trim().split("[, ]+", -1);
        String statement = record(Integer.parseInt(parts[0]), "acme", parts[1], Integer.parseInt(parts[2]))
                + posting(
                        Integer.parseInt(parts[3]),
                        Integer.parseInt(parts[4]),
                        Long.parseLong(parts[5]),
                        Long.parseLong(parts[6]),
                        Long.parseLong(parts[7]));

        refuses(constraint, statement);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "account_moves_only_by_postings | update account set balance = balance + 1 where id = 2",
                "account_moves_only_by_postings | update account set kind = 'ISSUER' where id = 2",
                "account_moves_only_by_postings | delete from account where id = 3",
                "account_moves_only_by_postings | truncate account cascade",
                "account_moves_only_by_postings | insert into account (id, book, community, currency, kind, owner, balance)"
                        + " values (90, 1, 'acme', 'points', 'WALLET', 'eve', 5)",
                "account_moves_only_by_postings | insert into account (id, book, community, currency, kind, owner)"
                        + " values (90, 1, 'acme', 'points', 'WALLET', 'ada') on conflict on constraint one_account_per_owner"
                        + " do update set balance = 7",
                "one_account_per_owner | insert into account (id, book, community, currency, kind, owner)"
                        + " values (90, 1, 'acme', 'points', 'WALLET', 'ada')",
                "account_currency | insert into account (id, book, community, currency, kind, owner)"
                        + " values (90, 1, 'acme', 'gold', 'WALLET', 'ada')",
                "only_lots_expire | insert into account (id, book, community, currency, kind, owner, expires_at)"
                        + " values (90, 1, 'acme', 'points', 'HELD', 'bob', now())",
                "owner_form | insert into account (id, book, community, currency, kind, owner)"
                        + " values (-90, 1, 'acme', 'points', 'BUDGET', 'spring/x')",
                "account_of_holder | insert into account (id, book, community, currency, kind, owner)"
                        + " values (90, 1, 'acme', 'points', 'OWED', 'ada/1')",
                "members_above_zero | insert into account (id, book, community, currency, kind, owner)"
                        + " values (-90, 1, 'acme', 'points', 'OWED', 'bob')",
                "account_currency | insert into account (id, book, community, currency, kind, owner)"
                        + " values (90, 2, 'acme', 'points', 'OWED', 'bob')",
                "member_form | insert into holder values ('acme', 'a b', 1)",
                "version_not_negative | insert into holder values ('acme', 'eve', -1)",
                "reversal_names_what_it_reverses | insert into ledger_transaction values"
                        + " ('00000000-0000-7000-8000-000000000002', 'acme', 'e9', 'rule', 1, null, now(), '2026-02-17',"
                        + " now(), 1, 'REVERSED')",
                "owner_form | insert into account (id, book, community, currency, kind, owner)"
                        + " values (-90, 1, 'acme', 'points', 'ISSUER', 'ada')",
                "account_kind | insert into account (id, book, community, currency, kind, owner)"
                        + " values (90, 1, 'acme', 'points', 'PURSE', 'ada')",
                "transaction_immutable | update ledger_transaction set rule_version = 2",
                "transaction_immutable | delete from ledger_transaction",
                "transaction_immutable | truncate ledger_transaction cascade",
                "posting_immutable | update posting set amount = 11",
                "posting_immutable | delete from posting",
                "posting_immutable | truncate posting",
                "has_one_cause | insert into ledger_transaction values ('00000000-0000-7000-8000-000000000002', 'acme',"
                        + " null, null, null, null, now(), '2026-02-17', now(), 1)",
                "has_one_cause | insert into ledger_transaction values ('00000000-0000-7000-8000-000000000002', 'acme',"
                        + " 'e9', 'rule', 1, 'key', now(), '2026-02-17', now(), 1)",
                "has_one_cause | insert into ledger_transaction values ('00000000-0000-7000-8000-000000000002', 'acme',"
                        + " 'e9', 'rule', null, null, now(), '2026-02-17', now(), 1)",
                "transaction_is_whole | insert into ledger_transaction values ('00000000-0000-7000-8000-000000000002',"
                        + " 'acme', 'e9', 'rule', 1, null, now(), '2026-02-17', now(), 1)",
                "transaction_is_whole | insert into posting values ('00000000-0000-7000-8000-000000000001', 1, -1, 2, 5, 1)",
                "posting_pkey | insert into posting values ('00000000-0000-7000-8000-000000000001', 0, -1, 2, 5, 1)",
                "currency_form | insert into currency values ('acme', 'a b', 'x', 1, now(), 't')",
            })
    void refusesToRewriteOrToGoAround(String constraint, String statement) {
        refuses(constraint, statement);
    }

    @Test
    void refusesABalanceThatNotEveryReaderHoldsExactly() throws SQLException {
        // 9,007 transactions of the largest amount stay below 2^53; the next one is refused.
        var _ = sql.execute("""
                with t as (insert into ledger_transaction
                    select ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, 'acme', 'big-' || n, 'rule', 1, null,
                        now(), '2026-02-17', now(), 1 from generate_series(1, 9007) n)
                insert into posting select ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, 0, -1, 3, 1000000000000, 1
                from generate_series(1, 9007) n
                """);

        refuses("balance_in_range", record(2, "acme", "e2", 1) + posting(2, 0, -1, 3, 1_000_000_000_000L));
    }

    private void refuses(String constraint, String statement) {
        assertThatThrownBy(() -> {
                    var _ = sql.execute(statement);
                })
                .isInstanceOfSatisfying(PSQLException.class, refusal -> {
                    assertThat(refusal.getServerErrorMessage()).isNotNull();
                    assertThat(refusal.getServerErrorMessage().getConstraint())
                            .as(refusal.getMessage())
                            .isEqualTo(constraint);
                });
    }

    private static String record(int number, String community, String event, int postings) {
        return "with t as (insert into ledger_transaction values ('" + ID + number + "', '" + community + "', '" + event
                + "', 'rule', 1, null, now(), '2026-02-17', now(), " + postings + ")) ";
    }

    private static String posting(int number, int ordinal, long source, long destination, long amount) {
        return "insert into posting values " + row(number, ordinal, source, destination, amount);
    }

    private static String row(int number, int ordinal, long source, long destination, long amount) {
        return "('" + ID + number + "', " + ordinal + ", " + source + ", " + destination + ", " + amount + ", 1)";
    }
}

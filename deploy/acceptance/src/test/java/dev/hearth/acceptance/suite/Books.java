package dev.hearth.acceptance.suite;

import dev.hearth.local.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ledger's own tables, asked past the service: what must never be found there, found or not. */
final class Books {
    /** Each counts violations. */
    private static final Map<String, String> INVARIANTS = new LinkedHashMap<>();

    static {
        INVARIANTS.put("currencies whose balances do not sum to zero", """
                select count(*) from (
                    select from account group by community, currency having sum(balance) <> 0) as found""");
        INVARIANTS.put("accounts whose balance is not the sum of their postings", """
                select count(*) from account a
                left join (
                    select account, sum(amount) as amount from (
                        select destination as account, amount from posting
                        union all select source, -amount from posting) as entries
                    group by account) as p on p.account = a.id
                where a.balance <> coalesce(p.amount, 0)""");
        INVARIANTS.put("lots and reserves below zero", """
                select count(*) from account
                where balance < 0 and kind in ('WALLET', 'PENDING', 'HELD', 'BUDGET', 'POT')""");
        INVARIANTS.put("members that own and owe at once", """
                select count(*) from account o
                where o.kind = 'OWED' and o.balance < 0 and exists (
                    select from account w where w.community = o.community and w.currency = o.currency
                        and w.owner = o.owner and w.kind = 'WALLET' and w.balance > 0)""");
        INVARIANTS.put("events that a rule answered twice", """
                select count(*) from (
                    select from ledger_transaction where source_event is not null
                    group by community, source_event, rule, type having count(*) > 1) as found""");
        INVARIANTS.put("transactions without all their postings", """
                select count(*) from ledger_transaction t
                where t.postings <> (select count(*) from posting p where p.transaction_id = t.id)""");
        INVARIANTS.put("postings of no transaction", """
                select count(*) from posting p
                where not exists (select from ledger_transaction t where t.id = p.transaction_id)""");
    }

    private final RunningSuite suite;
    private final Database database;

    Books(RunningSuite suite) {
        this.suite = suite;
        this.database = suite.stack().postgres().database("hearth_incentive");
    }

    /** How often each invariant is broken, of all that is; empty if none is. */
    Map<String, Long> violations() {
        Map<String, Long> violations = new LinkedHashMap<>();
        INVARIANTS.forEach((name, query) -> {
            long found = number(query);
            if (found > 0) {
                violations.put(name, found);
            }
        });
        return violations;
    }

    /** How many transactions earning rules made in that community. */
    long earned(String community) {
        return number("select count(*) from ledger_transaction where source_event is not null and community = '"
                + community + "'");
    }

    /** Where the service is in hearth.engagement, all partitions together. */
    long position() {
        return number("select coalesce(sum(position), 0) from consumer_position where topic = 'hearth.engagement'");
    }

    /** Lets the service, which must not run meanwhile, read all of hearth.engagement again. */
    void forgetPositions() {
        try (Connection connection = suite.stack().postgres().connect(database);
                var statement = connection.createStatement()) {
            var _ = statement.executeUpdate(
                    "update consumer_position set position = 0 where topic = 'hearth.engagement'");
        } catch (SQLException e) {
            throw new AssertionError("positions", e);
        }
    }

    /** A number from the service's database. */
    long number(String query) {
        try (Connection connection = suite.stack().postgres().connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            if (!rows.next()) {
                throw new AssertionError("no row: " + query);
            }
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }
}

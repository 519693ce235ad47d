package dev.hearth.incentive.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks the books: what the postings say against what is stored. */
public final class Audit {
    /** One statement, so one snapshot: what is recorded meanwhile makes no difference appear. */
    private static final String TRIAL_BALANCE = """
            with accounts as (
                select id, currency, kind, owner, balance from account where community = $1),
            moved as (
                select p.* from accounts a join posting p on p.destination = a.id and p.destination > 0 where a.id > 0
                union
                select p.* from accounts a join posting p on p.source = a.id and p.source > 0 where a.id > 0
                union
                select p.* from accounts a join posting p on p.source = a.id and p.source < 0 and p.destination < 0
                where a.id < 0),
            sums as (
                select m.account, sum(m.amount) as posted
                from (select source as account, -amount as amount from moved
                      union all select destination, amount from moved) m
                group by m.account),
            books as (
                select a.currency, a.kind, a.owner, a.balance as stored, coalesce(s.posted, 0) as posted
                from accounts a left join sums s on s.account = a.id)
            select c.currency, b.kind, count(b.owner) as accounts, coalesce(sum(b.posted), 0)::bigint as points,
                (array_agg(b.owner order by b.owner) filter (where b.stored <> b.posted))[1:$2] as owners,
                (array_agg(b.stored order by b.owner) filter (where b.stored <> b.posted))[1:$2] as stored,
                (array_agg(b.posted::bigint order by b.owner) filter (where b.stored <> b.posted))[1:$2] as posted
            from currency c left join books b using (currency)
            where c.community = $1
            group by c.currency, b.kind order by c.currency, b.kind desc
            """;

    private final SqlClient database;

    public Audit(SqlClient database) {
        this.database = database;
    }

    /** The trial balance of each currency of a community. Reads every posting: a matter of seconds per million. */
    public Uni<List<TrialBalance>> trialBalances(String community) {
        return database.preparedQuery(TRIAL_BALANCE)
                .execute(Tuple.of(community, TrialBalance.MAX_DIFFERENCES))
                .map(rows -> {
                    Map<String, List<Row>> byCurrency = new LinkedHashMap<>();
                    rows.forEach(row -> byCurrency
                            .computeIfAbsent(row.getString("currency"), currency -> new ArrayList<>())
                            .add(row));
                    return byCurrency.entrySet().stream()
                            .map(currency -> trialBalance(currency.getKey(), currency.getValue()))
                            .toList();
                });
    }

    /** A currency without accounts has one row without a kind. */
    private static TrialBalance trialBalance(String currency, List<Row> rows) {
        List<Row> kinds =
                rows.stream().filter(row -> row.getString("kind") != null).toList();
        return new TrialBalance(
                currency,
                kinds.stream().map(Audit::sum).toList(),
                kinds.stream().flatMap(row -> differences(row).stream()).toList());
    }

    private static TrialBalance.Sum sum(Row row) {
        return new TrialBalance.Sum(row.getString("kind"), row.getLong("accounts"), row.getLong("points"));
    }

    private static List<TrialBalance.Difference> differences(Row row) {
        String[] owners = row.getArrayOfStrings("owners");
        if (owners == null) {
            return List.of();
        }
        Long[] stored = row.getArrayOfLongs("stored");
        Long[] posted = row.getArrayOfLongs("posted");
        List<TrialBalance.Difference> differences = new ArrayList<>(owners.length);
        for (int i = 0; i < owners.length; i++) {
            differences.add(new TrialBalance.Difference(row.getString("kind"), owners[i], stored[i], posted[i]));
        }
        return differences;
    }
}

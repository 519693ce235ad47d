package dev.hearth.incentive.campaign.budget;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds what the ledger put back into slices' accounts, and what lies in slices of closed campaigns. */
@ApplicationScoped
class Refunds {
    private static final String MORE = """
            from budget_slice s
            join account a on (a.community, a.currency, a.kind, a.owner, a.expires_at)
                = (s.community, s.currency, 'BUDGET', s.campaign || '/' || s.slice, timestamptz '9999-12-31T00:00:00Z')
            where a.balance > s.points
            """;
    private static final String DUE = "select s.community, s.campaign, s.currency, s.slice " + MORE
            + "order by s.community, s.campaign, s.currency, s.slice limit $1";
    private static final String COUNT = "select count(*) from (select 1 " + MORE + " limit 10000) due";
    private static final String TAKE_IN = """
            update budget_slice s set points = a.balance, drawn = s.drawn - (a.balance - s.points)
            from unnest($1::text[], $2::text[], $3::text[], $4::int[]) as k (community, campaign, currency, slice),
                account a
            where (s.community, s.campaign, s.currency, s.slice) = (k.community, k.campaign, k.currency, k.slice)
              and (a.community, a.currency, a.kind, a.owner, a.expires_at)
                = (k.community, k.currency, 'BUDGET', k.campaign || '/' || k.slice, timestamptz '9999-12-31T00:00:00Z')
              and a.balance > s.points
            """;
    private static final String CLOSED = """
            select c.community, c.campaign from campaign c
            where c.status = 'CLOSED' and exists (select from budget_slice s
                where (s.community, s.campaign) = (c.community, c.campaign) and s.points > 0)
            limit 1
            """;

    Uni<SortedSet<SliceKey>> due(SqlClient client, int limit) {
        return client.preparedQuery(DUE).execute(Tuple.of(limit)).map(rows -> {
            SortedSet<SliceKey> due = new TreeSet<>();
            for (Row row : rows) {
                CampaignId campaign = new CampaignId(row.getString("community"), row.getString("campaign"));
                due.add(new SliceKey(new BudgetId(campaign, row.getString("currency")), row.getInteger("slice")));
            }
            return due;
        });
    }

    Uni<Long> count(SqlClient client) {
        return client.query(COUNT).execute().map(rows -> rows.iterator().next().getLong(0));
    }

    /** Slices that this transaction has locked: so all that their drawers drew is in the ledger too. */
    Uni<Integer> takeIn(SqlConnection connection, SortedSet<SliceKey> locked) {
        return connection
                .preparedQuery(TAKE_IN)
                .execute(BudgetSlices.columns(locked))
                .map(taken -> taken.rowCount());
    }

    Uni<Optional<CampaignId>> closedWithPoints(SqlClient client) {
        return client.query(CLOSED).execute().map(rows -> {
            for (Row row : rows) {
                return Optional.of(new CampaignId(row.getString("community"), row.getString("campaign")));
            }
            return Optional.empty();
        });
    }
}

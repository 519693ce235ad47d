package dev.hearth.incentive.campaign.report;

import dev.hearth.incentive.campaign.budget.CampaignId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Asks the database what came of a campaign. */
@ApplicationScoped
class CampaignFigures {
    private static final String ONE_MOMENT = "set transaction isolation level repeatable read, read only";
    private static final String COSTS = """
            select type, group_id, iso_currency, sum(amount)::bigint as amount
            from campaign_cost where community = $1 and campaign = $2
            group by type, group_id, iso_currency
            order by type, group_id nulls first, iso_currency
            limit 2000
            """;
    private static final String MONEY = """
            select iso_currency, sum(amount)::bigint as amount
            from campaign_cost where community = $1 and campaign = $2
            group by iso_currency order by iso_currency
            """;
    private static final String REACH = """
            select count(*) filter (where not held_out) as treated, count(*) filter (where held_out) as held_out
            from campaign_member where community = $1 and campaign = $2
            """;
    private static final String ALERTS = """
            select currency, percent, told_at from campaign_alert where community = $1 and campaign = $2
            order by currency, percent
            """;

    /** How many were paid, and how many would have been but are held out. */
    record Reach(long treated, long heldOut) {}

    /** Whatever this transaction asks is answered as of one moment. */
    Uni<Void> freeze(SqlClient client) {
        return client.query(ONE_MOMENT).execute().replaceWithVoid();
    }

    Uni<List<CampaignReportView.Cost>> costs(SqlClient client, CampaignId id) {
        return all(
                client,
                COSTS,
                id,
                row -> new CampaignReportView.Cost(
                        row.getString("type"),
                        row.getString("group_id"),
                        row.getString("iso_currency"),
                        row.getLong("amount")));
    }

    /** What was spent of each currency of money. */
    Uni<List<CampaignReportView.Spent>> money(SqlClient client, CampaignId id) {
        return all(
                client,
                MONEY,
                id,
                row -> new CampaignReportView.Spent(row.getString("iso_currency"), 0, row.getLong("amount")));
    }

    Uni<Reach> reach(SqlClient client, CampaignId id) {
        return all(client, REACH, id, row -> new Reach(row.getLong("treated"), row.getLong("held_out")))
                .map(List::getFirst);
    }

    Uni<List<CampaignReportView.Alert>> alerts(SqlClient client, CampaignId id) {
        return all(
                client,
                ALERTS,
                id,
                row -> new CampaignReportView.Alert(
                        row.getString("currency"),
                        row.getInteger("percent"),
                        row.getOffsetDateTime("told_at").toInstant()));
    }

    private static <T> Uni<List<T>> all(SqlClient client, String sql, CampaignId id, Function<Row, T> read) {
        return client.preparedQuery(sql)
                .execute(Tuple.of(id.community(), id.campaign()))
                .map(rows -> {
                    List<T> found = new ArrayList<>(rows.size());
                    rows.forEach(row -> found.add(read.apply(row)));
                    return found;
                });
    }
}

package dev.hearth.incentive.campaign.report;

import dev.hearth.contract.incentive.CampaignBudgetReached;
import dev.hearth.incentive.campaign.CampaignEvents;
import dev.hearth.incentive.campaign.budget.CampaignId;
import dev.hearth.incentive.job.Job;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells when a named share of a budget was drawn, each once for ever. Beside the draws, not in them: what all
 * partitions have drawn together is a sum that none of them should lock.
 */
@ApplicationScoped
class AlertJob extends Job {
    private static final String REACHED = """
            from campaign c
            cross join unnest(c.alerts) as alert (percent)
            join campaign_budget b using (community, campaign)
            join lateral (select sum(s.drawn)::bigint as drawn from budget_slice s
                where (s.community, s.campaign, s.currency) = (b.community, b.campaign, b.currency)) s on true
            where s.drawn > 0 and s.drawn::numeric * 100 >= b.funded::numeric * alert.percent
              and not exists (select from campaign_alert a where (a.community, a.campaign, a.currency, a.percent)
                = (b.community, b.campaign, b.currency, alert.percent))
            """;
    private static final String DUE =
            "select c.community, c.campaign, b.currency, alert.percent, b.funded, s.drawn " + REACHED
                    + " order by c.community, c.campaign, b.currency, alert.percent limit $1 for update of c skip locked";
    private static final String BACKLOG = "select count(*) from (select 1 " + REACHED + " limit 10000) due";
    private static final String TOLD = """
            insert into campaign_alert (community, campaign, currency, percent, told_at) values ($1, $2, $3, $4, $5)
            on conflict do nothing
            """;

    private final CampaignEvents events;
    private final Clock clock;

    AlertJob(CampaignEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "campaign-alerts";
    }

    @Override
    public Uni<Integer> runOnce(SqlConnection connection, int limit) {
        return connection.preparedQuery(DUE).execute(Tuple.of(limit)).chain(rows -> {
            List<Row> due = new ArrayList<>(rows.size());
            rows.forEach(due::add);
            return Multi.createFrom()
                    .iterable(due)
                    .onItem()
                    .transformToUniAndConcatenate(row -> tell(connection, row))
                    .collect()
                    .last()
                    .replaceWith(due.size());
        });
    }

    @Override
    public Uni<Long> backlog(SqlClient client) {
        return client.query(BACKLOG)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** A replica that waited for another's lock may have seen what was told meanwhile: the key decides. */
    private Uni<Void> tell(SqlConnection connection, Row row) {
        CampaignId id = new CampaignId(row.getString("community"), row.getString("campaign"));
        String currency = row.getString("currency");
        int percent = row.getInteger("percent");
        CampaignBudgetReached reached = new CampaignBudgetReached(
                id.campaign(), currency, percent, row.getLong("funded"), row.getLong("drawn"));
        return connection
                .preparedQuery(TOLD)
                .execute(Tuple.of(
                        id.community(),
                        id.campaign(),
                        currency,
                        percent,
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .chain(inserted ->
                        inserted.rowCount() == 0 ? Uni.createFrom().voidItem() : events.tell(connection, id, reached));
    }
}

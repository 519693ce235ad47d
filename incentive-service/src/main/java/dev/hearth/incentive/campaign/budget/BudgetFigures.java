package dev.hearth.incentive.campaign.budget;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where each budget of a campaign stands. */
@ApplicationScoped
public class BudgetFigures {
    private static final String ALL = """
            select b.currency, b.funded, b.returned, coalesce(sum(s.drawn), 0)::bigint as drawn,
                coalesce(sum(s.points), 0)::bigint as points,
                coalesce(sum(s.points) filter (where s.slice > 0), 0)::bigint as reserved,
                coalesce(sum(s.awards), 0)::bigint as awards
            from campaign_budget b left join budget_slice s using (community, campaign, currency)
            where b.community = $1 and b.campaign = $2
            group by b.currency, b.funded, b.returned
            order by b.currency
            """;

    /**
     * One budget.
     *
     * @param currency the currency's id
     * @param funded all that was put in
     * @param returned what was given back at the closing
     * @param drawn what was paid out of it
     * @param reserved the part of what is left that lies in slices of partitions
     * @param left what is neither drawn nor given back
     * @param awards how many were paid
     */
    public record Figure(
            String currency, long funded, long returned, long drawn, long reserved, long left, long awards) {}

    /** All of them, by currency. */
    public Uni<List<Figure>> of(SqlClient client, CampaignId id) {
        return client.preparedQuery(ALL)
                .execute(Tuple.of(id.community(), id.campaign()))
                .map(rows -> {
                    List<Figure> figures = new ArrayList<>(rows.size());
                    rows.forEach(row -> figures.add(figure(row)));
                    return figures;
                });
    }

    /** That of one currency, if there is one. */
    public Uni<Optional<Figure>> of(SqlClient client, BudgetId budget) {
        return of(client, budget.campaign())
                .map(figures -> figures.stream()
                        .filter(figure -> figure.currency().equals(budget.currency()))
                        .findFirst());
    }

    private static Figure figure(Row row) {
        return new Figure(
                row.getString("currency"),
                row.getLong("funded"),
                row.getLong("returned"),
                row.getLong("drawn"),
                row.getLong("reserved"),
                row.getLong("points"),
                row.getLong("awards"));
    }
}

package dev.hearth.incentive.campaign;

import dev.hearth.incentive.campaign.budget.BudgetFigures;
import dev.hearth.incentive.definition.DefinitionStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every budget of a community, with the campaign that it is of: in the version in force, or drafted where none ever
 * was.
 */
@ApplicationScoped
class CommunityBudgets {
    private static final String PAGE = """
            select b.campaign, b.currency, b.funded, b.returned, s.drawn, s.points, s.reserved, s.awards,
                c.status, c.opens_at, c.ends_at, c.alerts,
                (select d.terms ->> 'name' from definition d
                 where d.community = b.community and d.type = 'campaign' and d.id = b.campaign
                     and (d.status <> 'DRAFT' or c.status = 'DRAFT')
                 order by d.version desc limit 1) as name
            from campaign_budget b
                join campaign c using (community, campaign)
                cross join lateral (
                    select coalesce(sum(drawn), 0)::bigint as drawn, coalesce(sum(points), 0)::bigint as points,
                        coalesce(sum(points) filter (where slice > 0), 0)::bigint as reserved,
                        coalesce(sum(awards), 0)::bigint as awards
                    from budget_slice
                    where community = b.community and campaign = b.campaign and currency = b.currency) s
            where b.community = $1 and (b.campaign, b.currency) > ($2, $3)
                and (cast($4 as text) is null or c.status = $4)
            order by b.campaign, b.currency
            limit $5
            """;
    /** As {@code campaign.status} has what its definition calls retired. */
    private static final String CLOSED = "CLOSED";

    /**
     * A budget and its campaign.
     *
     * @param campaign the campaign's id
     * @param name for people
     * @param status {@code RETIRED} where it is closed
     * @param opensAt the first instant whose deeds it pays
     * @param endsAt the first instant whose deeds it pays no more; null if it has no end
     * @param alertPercents shares in percent that are told when they are drawn
     * @param figure where the budget stands
     */
    record Line(
            String campaign,
            String name,
            DefinitionStatus status,
            Instant opensAt,
            @Nullable Instant endsAt,
            List<Integer> alertPercents,
            BudgetFigures.Figure figure) {
        Line {
            alertPercents = List.copyOf(alertPercents);
        }

        Place place() {
            return new Place(campaign, figure.currency());
        }
    }

    /** Where a list of budgets goes on: after this one. */
    record Place(String campaign, String currency) {
        static final Place START = new Place("", "");
    }

    /** @param status only those of campaigns that are so; null for all */
    Uni<List<Line>> page(
            SqlClient client, String community, @Nullable DefinitionStatus status, Place after, int limit) {
        return client.preparedQuery(PAGE)
                .execute(Tuple.of(
                        community,
                        after.campaign(),
                        after.currency(),
                        status == DefinitionStatus.RETIRED ? CLOSED : status == null ? null : status.name(),
                        limit))
                .map(rows -> {
                    List<Line> lines = new ArrayList<>(rows.size());
                    rows.forEach(row -> lines.add(line(row)));
                    return lines;
                });
    }

    private static Line line(Row row) {
        String status = row.getString("status");
        OffsetDateTime ends = row.getOffsetDateTime("ends_at");
        return new Line(
                row.getString("campaign"),
                row.getString("name"),
                status.equals(CLOSED) ? DefinitionStatus.RETIRED : DefinitionStatus.valueOf(status),
                row.getOffsetDateTime("opens_at").toInstant(),
                ends == null ? null : ends.toInstant(),
                Arrays.asList(row.getArrayOfIntegers("alerts")),
                figure(row));
    }

    private static BudgetFigures.Figure figure(Row row) {
        return new BudgetFigures.Figure(
                row.getString("currency"),
                row.getLong("funded"),
                row.getLong("returned"),
                row.getLong("drawn"),
                row.getLong("reserved"),
                row.getLong("points"),
                row.getLong("awards"));
    }
}

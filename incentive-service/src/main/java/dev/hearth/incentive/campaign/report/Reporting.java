package dev.hearth.incentive.campaign.report;

import dev.hearth.incentive.campaign.BudgetView;
import dev.hearth.incentive.campaign.CampaignTerms;
import dev.hearth.incentive.campaign.Campaigning;
import dev.hearth.incentive.campaign.budget.BudgetFigures;
import dev.hearth.incentive.campaign.budget.CampaignId;
import dev.hearth.incentive.definition.Defined;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reports what came of a campaign, all of it as of one moment. */
@ApplicationScoped
class Reporting {
    private final Campaigning campaigns;
    private final BudgetFigures budgets;
    private final CampaignFigures figures;
    private final Pool pool;

    Reporting(Campaigning campaigns, BudgetFigures budgets, CampaignFigures figures, Pool pool) {
        this.campaigns = campaigns;
        this.budgets = budgets;
        this.figures = figures;
        this.pool = pool;
    }

    Uni<CampaignReportView> report(CampaignId id) {
        return campaigns
                .get(id)
                .chain(campaign -> pool.withTransaction(
                        connection -> figures.freeze(connection).chain(() -> report(connection, id, campaign))));
    }

    private Uni<CampaignReportView> report(SqlConnection connection, CampaignId id, Defined<CampaignTerms> campaign) {
        return Uni.combine()
                .all()
                .unis(
                        budgets.of(connection, id),
                        figures.costs(connection, id),
                        figures.money(connection, id),
                        figures.reach(connection, id),
                        figures.alerts(connection, id))
                .with((points, costs, money, reach, alerts) ->
                        view(campaign, new Found(points, costs, money, reach, alerts)));
    }

    private record Found(
            List<BudgetFigures.Figure> points,
            List<CampaignReportView.Cost> costs,
            List<CampaignReportView.Spent> money,
            CampaignFigures.Reach reach,
            List<CampaignReportView.Alert> alerts) {
        long awards() {
            return points.stream().mapToLong(BudgetFigures.Figure::awards).sum();
        }

        long drawn() {
            return points.stream().mapToLong(BudgetFigures.Figure::drawn).sum();
        }
    }

    private static CampaignReportView view(Defined<CampaignTerms> campaign, Found found) {
        CampaignTerms terms = campaign.terms();
        return new CampaignReportView(
                campaign.id(),
                terms.name(),
                campaign.status().name(),
                terms.opensAt(),
                terms.endsAt(),
                found.points().stream().map(BudgetView::of).toList(),
                money(terms, found.money()),
                found.costs(),
                found.awards(),
                found.reach().treated(),
                new CampaignReportView.HoldOut(
                        terms.holdOutPermille(),
                        found.reach().treated(),
                        found.reach().heldOut()),
                terms.targets().stream().map(target -> target(target, found)).toList(),
                found.alerts());
    }

    private static List<CampaignReportView.Spent> money(CampaignTerms terms, List<CampaignReportView.Spent> spent) {
        Map<String, CampaignReportView.Spent> both = new TreeMap<>();
        terms.money()
                .forEach(planned -> both.put(
                        planned.currency(), new CampaignReportView.Spent(planned.currency(), planned.amount(), 0)));
        spent.forEach(one -> {
            CampaignReportView.Spent planned = both.get(one.currency());
            long amount = planned == null ? 0 : planned.planned();
            both.put(one.currency(), new CampaignReportView.Spent(one.currency(), amount, one.spent()));
        });
        return List.copyOf(both.values());
    }

    private static CampaignReportView.Target target(CampaignTerms.Target target, Found found) {
        @Nullable
        Long actual = switch (target.metric()) {
            case "members-reached" -> found.reach().treated();
            case "awards" -> found.awards();
            case "points-drawn" -> found.drawn();
            default -> null;
        };
        return new CampaignReportView.Target(
                target.metric(), target.value(), actual, actual == null ? null : actual >= target.value());
    }
}

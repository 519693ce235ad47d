package dev.hearth.incentive.earning.whatif;

import dev.hearth.incentive.accrual.BudgetKey;
import dev.hearth.incentive.accrual.Fund;
import dev.hearth.incentive.accrual.Rule;
import dev.hearth.incentive.campaign.budget.BudgetFigures;
import dev.hearth.incentive.campaign.budget.Budgets;
import dev.hearth.incentive.campaign.budget.CampaignId;
import dev.hearth.incentive.campaign.budget.OpenCampaign;
import dev.hearth.incentive.earning.Funding;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What campaigns' budgets were, before anything was drawn. */
@ApplicationScoped
class Purses {
    private final Budgets budgets;
    private final BudgetFigures figures;

    Purses(Budgets budgets, BudgetFigures figures) {
        this.budgets = budgets;
        this.figures = figures;
    }

    /** All that was put into the budgets that these rules draw on, whenever that was. Locks nothing. */
    Uni<Map<BudgetKey, Fund>> whole(SqlConnection connection, String community, Collection<Rule> rules) {
        Set<CampaignId> asked = new HashSet<>();
        for (Rule rule : rules) {
            String campaign = rule.pay().budget();
            if (campaign != null) {
                asked.add(new CampaignId(community, campaign));
            }
        }
        return budgets.open(connection, asked)
                .chain(open -> Multi.createFrom()
                        .iterable(open.values())
                        .onItem()
                        .transformToUniAndConcatenate(campaign ->
                                figures.of(connection, campaign.id()).map(found -> funds(campaign, found)))
                        .collect()
                        .in(HashMap::new, Map::putAll));
    }

    private static Map<BudgetKey, Fund> funds(OpenCampaign campaign, List<BudgetFigures.Figure> figures) {
        Map<BudgetKey, Fund> funds = new HashMap<>();
        CampaignId id = campaign.id();
        figures.forEach(figure -> funds.put(
                new BudgetKey(id.community(), id.campaign(), figure.currency()),
                new Fund(figure.funded(), (member, at) -> Funding.refusal(campaign, member, at))));
        return funds;
    }
}

package dev.hearth.incentive.campaign;

import dev.hearth.contract.incentive.CampaignFunded;
import dev.hearth.incentive.campaign.budget.BudgetFigures;
import dev.hearth.incentive.campaign.budget.BudgetId;
import dev.hearth.incentive.campaign.budget.Treasury;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Puts points into the budgets of campaigns. */
@ApplicationScoped
class Funding {
    private final Campaigns store;
    private final Campaigning campaigns;
    private final Treasury treasury;
    private final BudgetFigures figures;
    private final Bookkeeping books;
    private final CampaignEvents events;
    private final Pool pool;

    Funding(
            Campaigns store,
            Campaigning campaigns,
            Treasury treasury,
            BudgetFigures figures,
            Bookkeeping books,
            CampaignEvents events,
            Pool pool) {
        this.store = store;
        this.campaigns = campaigns;
        this.treasury = treasury;
        this.figures = figures;
        this.books = books;
        this.events = events;
        this.pool = pool;
    }

    /** Adds points to the budget, in the caller's transaction. */
    Uni<BudgetView> fund(SqlConnection connection, BudgetId budget, long points) {
        return campaigns
                .requireUnclosed(connection, budget.campaign())
                .chain(() -> requireCurrency(connection, budget))
                .chain(() -> treasury.fund(connection, budget, points))
                .chain(change -> record(connection, change.orElseThrow(Funding::tooLarge)))
                .chain(() -> events.tell(
                        connection,
                        budget.campaign(),
                        new CampaignFunded(budget.campaign().campaign(), budget.currency(), points)))
                .chain(() -> budget(connection, budget));
    }

    Uni<BudgetView> budget(BudgetId budget) {
        return budget(pool, budget);
    }

    private Uni<BudgetView> budget(SqlClient client, BudgetId budget) {
        return figures.of(client, budget)
                .map(found -> BudgetView.of(found.orElseThrow(() -> new ProblemException(
                        CampaignProblem.UNKNOWN_BUDGET,
                        "campaign " + budget.campaign().campaign() + " was never funded in " + budget.currency()))));
    }

    private Uni<Void> record(SqlConnection connection, Treasury.Change change) {
        return books.with(connection, Set.of(), drafted -> {
            change.transfers().draft(drafted);
            return Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> requireCurrency(SqlConnection connection, BudgetId budget) {
        return store.hasCurrency(connection, budget.currencyId())
                .invoke(known -> {
                    if (!known) {
                        throw new ProblemException(
                                CampaignProblem.BUDGET_CURRENCY_NOT_INTRODUCED,
                                new FieldError("/currency", "is not introduced; PUT the currency first"));
                    }
                })
                .replaceWithVoid();
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                CampaignProblem.BUDGET_TOO_LARGE, "all that is ever put into a budget is at most 10^12 points");
    }
}

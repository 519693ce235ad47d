package dev.hearth.incentive.campaign;

import dev.hearth.incentive.campaign.CommunityBudgets.Line;
import dev.hearth.incentive.campaign.CommunityBudgets.Place;
import dev.hearth.incentive.definition.DefinitionStatus;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.QueryParameter;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Looks over all budgets of a community at once. */
@ApplicationScoped
class Budgeting {
    /** Ids have none. */
    private static final String SEPARATOR = "/";

    private final CommunityBudgets budgets;
    private final Pool pool;

    Budgeting(CommunityBudgets budgets, Pool pool) {
        this.budgets = budgets;
        this.pool = pool;
    }

    /** By campaign and currency. */
    Uni<Page<Line>> page(String community, @Nullable DefinitionStatus status, Paging paging) {
        int limit = paging.limit();
        return budgets.page(pool, community, status, place(paging.after()), limit + 1)
                .map(rows -> Page.of(
                        rows,
                        limit,
                        line -> line.place().campaign()
                                + SEPARATOR
                                + line.place().currency()));
    }

    private static Place place(String after) {
        if (after.isEmpty()) {
            return Place.START;
        }
        String[] parts = after.split(SEPARATOR, -1);
        if (parts.length != 2) {
            throw QueryParameter.refused("cursor", "is not a cursor of this list; use `next` of the page before");
        }
        return new Place(parts[0], parts[1]);
    }
}

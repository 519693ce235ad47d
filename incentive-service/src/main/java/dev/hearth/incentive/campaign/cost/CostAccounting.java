package dev.hearth.incentive.campaign.cost;

import dev.hearth.contract.incentive.CampaignCostRecorded;
import dev.hearth.incentive.campaign.CampaignEvents;
import dev.hearth.incentive.campaign.CampaignProblem;
import dev.hearth.incentive.campaign.Campaigning;
import dev.hearth.incentive.campaign.budget.CampaignId;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.QueryParameter;
import dev.hearth.platform.state.Communities;
import dev.hearth.platform.time.Uuid7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Records what campaigns cost. Also of a closed one: bills come late. */
@ApplicationScoped
class CostAccounting {
    private final Costs costs;
    private final Campaigning campaigns;
    private final CampaignEvents events;
    private final Communities communities;
    private final Pool pool;
    private final Clock clock;
    private final Uuid7 ids;

    CostAccounting(
            Costs costs,
            Campaigning campaigns,
            CampaignEvents events,
            Communities communities,
            Pool pool,
            Clock clock,
            Uuid7 ids) {
        this.costs = costs;
        this.campaigns = campaigns;
        this.events = events;
        this.communities = communities;
        this.pool = pool;
        this.clock = clock;
        this.ids = ids;
    }

    /** Records a cost, in the caller's transaction. */
    Uni<Cost> record(SqlConnection connection, CampaignId campaign, RecordCost wanted, String who) {
        Cost cost = wanted.cost(ids.next(), campaign, clock.instant(), who);
        return campaigns.requireKnown(connection, campaign).chain(() -> add(connection, cost));
    }

    /** Takes a cost back by an entry of the opposite amount, once. */
    Uni<Cost> correct(SqlConnection connection, String community, UUID id, String why, String who) {
        return get(connection, community, id)
                .call(cost -> campaigns.requireKnown(connection, cost.campaign()))
                .call(() -> costs.isCorrected(connection, community, id).invoke(corrected -> {
                    if (corrected) {
                        throw corrected("cost " + id + " is taken back already");
                    }
                }))
                .map(cost -> {
                    if (cost.corrects() != null) {
                        throw corrected("cost " + id + " is a counter-entry itself; record a new cost");
                    }
                    return cost.counter(ids.next(), why, clock.instant(), who);
                })
                .chain(counter -> add(connection, counter));
    }

    Uni<Cost> get(String community, UUID id) {
        return get(pool, community, id);
    }

    Uni<Page<Cost>> page(CampaignId campaign, Paging paging) {
        int limit = paging.limit();
        Optional<UUID> after = after(paging.after());
        return costs.page(pool, campaign, after, limit + 1)
                .map(rows -> Page.of(rows, limit, cost -> cost.id().toString()));
    }

    private Uni<Cost> get(SqlClient connection, String community, UUID id) {
        return costs.find(connection, community, id)
                .map(found -> found.orElseThrow(
                        () -> new ProblemException(CampaignProblem.UNKNOWN_COST, "the community has no cost " + id)));
    }

    private Uni<Cost> add(SqlConnection connection, Cost cost) {
        var corrects = cost.corrects();
        CampaignCostRecorded told = new CampaignCostRecorded(
                cost.campaign().campaign(),
                cost.id().toString(),
                cost.kind().name(),
                cost.group(),
                cost.amount(),
                cost.currency(),
                corrects == null ? null : corrects.toString(),
                LocalDate.ofInstant(
                        cost.recordedAt(), communities.zone(cost.campaign().community(), cost.group())));
        return costs.add(connection, cost)
                .chain(() -> events.tell(connection, cost.campaign(), told))
                .replaceWith(cost);
    }

    private static Optional<UUID> after(String cursor) {
        try {
            return cursor.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(cursor));
        } catch (IllegalArgumentException e) {
            throw QueryParameter.refused("cursor", "is not a cursor of this list; use `next` of the page before");
        }
    }

    private static ProblemException corrected(String detail) {
        return new ProblemException(CampaignProblem.COST_CORRECTED, detail);
    }
}

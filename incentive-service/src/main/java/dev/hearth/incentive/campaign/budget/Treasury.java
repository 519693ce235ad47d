package dev.hearth.incentive.campaign.budget;

import dev.hearth.incentive.ledger.Account;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts points into budgets and takes back what is left. The caller holds the campaign's lock. */
@ApplicationScoped
public class Treasury {
    /** Whose issuer pays for budgets: no partition's, so that none waits for a funding. */
    private static final int ISSUER = 90_099;

    private static final String FUND = """
            insert into campaign_budget (community, campaign, currency, funded) values ($1, $2, $3, $4)
            on conflict (community, campaign, currency) do update
            set funded = campaign_budget.funded + excluded.funded
            where campaign_budget.funded + excluded.funded <= 1000000000000
            returning funded
            """;
    private static final String RETURN = """
            update campaign_budget set returned = returned + $4 where community = $1 and campaign = $2 and currency = $3
            """;

    private final BudgetSlices slices;
    private final Refunds refunds;

    Treasury(BudgetSlices slices, Refunds refunds) {
        this.slices = slices;
        this.refunds = refunds;
    }

    /**
     * What changed in budgets.
     *
     * @param points by budget: what was put in or given back
     * @param transfers to be drafted in the books
     */
    public record Change(SortedMap<BudgetId, Long> points, Transfers transfers) {}

    /** Adds points, which the issuer pays, to the pool; nothing where the budget would hold more than one may. */
    public Uni<Optional<Change>> fund(SqlConnection connection, BudgetId budget, long points) {
        return connection
                .preparedQuery(FUND)
                .execute(key(budget).addLong(points))
                .chain(funded -> funded.rowCount() == 0
                        ? Uni.createFrom().item(Optional.<Change>empty())
                        : fill(connection, budget, points).map(Optional::of));
    }

    private Uni<Change> fill(SqlConnection connection, BudgetId budget, long points) {
        TreeSet<SliceKey> pool = new TreeSet<>(List.of(new SliceKey(budget, Escrow.POOL)));
        SortedMap<SliceKey, Long> added = new TreeMap<>();
        added.put(pool.first(), points);
        Transfers.Move move = new Transfers.Move(issuer(budget), Transfers.account(budget, Escrow.POOL), points);
        return slices.open(connection, pool)
                .chain(() -> slices.lock(connection, pool))
                .call(() -> slices.move(connection, added))
                .map(locked ->
                        change(budget, points, new Transfers.Transfer(budget, name(locked.getFirst()), List.of(move))));
    }

    /** Takes all that is left in any slice of any budget of the campaign back to the issuer. */
    public Uni<Change> giveBack(SqlConnection connection, CampaignId campaign) {
        return slices.lockAll(connection, campaign).chain(locked -> {
            SortedMap<SliceKey, Long> taken = new TreeMap<>();
            SortedMap<BudgetId, Long> returned = new TreeMap<>();
            locked.forEach(slice -> {
                taken.put(slice.key(), -slice.points());
                returned.merge(slice.key().budget(), slice.points(), Long::sum);
            });
            returned.values().removeIf(points -> points == 0);
            Change change = new Change(returned, new Transfers(returns(returned, locked)));
            return slices.move(connection, taken)
                    .chain(() -> note(connection, List.copyOf(returned.keySet()), returned))
                    .replaceWith(change);
        });
    }

    /** Takes into slices what reversals of awards put back into their accounts; answers into how many, at most. */
    public Uni<Integer> takeIn(SqlConnection connection, int limit) {
        return refunds.due(connection, limit)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(0)
                        : slices.lock(connection, due).chain(() -> refunds.takeIn(connection, due)));
    }

    /** How many slices have something to take in, counted up to 10,000. */
    public Uni<Long> refunded(SqlClient client) {
        return refunds.count(client);
    }

    /** A closed campaign that has points again. */
    public Uni<Optional<CampaignId>> closedWithPoints(SqlClient client) {
        return refunds.closedWithPoints(client);
    }

    private static List<Transfers.Transfer> returns(SortedMap<BudgetId, Long> returned, List<Slice> locked) {
        List<Transfers.Transfer> transfers = new ArrayList<>();
        returned.keySet().forEach(budget -> {
            List<Slice> mine = locked.stream()
                    .filter(slice -> slice.key().budget().equals(budget))
                    .toList();
            List<Transfers.Move> moves = mine.stream()
                    .filter(slice -> slice.points() > 0)
                    .map(slice -> new Transfers.Move(
                            Transfers.account(budget, slice.key().slice()), issuer(budget), slice.points()))
                    .toList();
            transfers.add(new Transfers.Transfer(budget, name(mine.getFirst()), moves));
        });
        return transfers;
    }

    private static Uni<Void> note(
            SqlConnection connection, List<BudgetId> budgets, SortedMap<BudgetId, Long> returned) {
        if (budgets.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Tuple> rows = budgets.stream()
                .map(budget -> key(budget).addLong(returned.get(budget)))
                .toList();
        return connection.preparedQuery(RETURN).executeBatch(rows).replaceWithVoid();
    }

    private static Change change(BudgetId budget, long points, Transfers.Transfer transfer) {
        SortedMap<BudgetId, Long> changed = new TreeMap<>();
        changed.put(budget, points);
        return new Change(changed, new Transfers(List.of(transfer)));
    }

    /** Each transfer to or from a slice has the next number. */
    static String name(Slice slice) {
        return slice.key().slice() + "/" + (slice.moves() + 1);
    }

    private static Account issuer(BudgetId budget) {
        return Account.issuer(budget.currencyId(), ISSUER);
    }

    private static Tuple key(BudgetId budget) {
        return Tuple.of(budget.campaign().community(), budget.campaign().campaign(), budget.currency());
    }
}

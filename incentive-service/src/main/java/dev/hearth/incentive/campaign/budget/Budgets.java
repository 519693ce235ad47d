package dev.hearth.incentive.campaign.budget;

import dev.hearth.incentive.ledger.Account;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The door to campaigns' points for all who pay from them, in the payer's own transaction: {@link #open} tells who may
 * be paid, {@link #escrow} locks what they may have at most, {@link #draw} takes what they got. In the books the payer
 * drafts the grant's transfers, then the awards from {@link #account}. Call {@code escrow} once per transaction, before
 * members are locked.
 *
 * <p>Cost: {@code open} and {@code escrow} one statement each while the slice lasts, {@code draw} two. Nothing is ever
 * over-drawn: slices are locked in one order, spent under their lock, and the database refuses less than nothing.
 */
@ApplicationScoped
public class Budgets {
    /** Draws that belong to no partition share the pool. */
    public static final int NO_PARTITION = -1;

    private final OpenCampaigns campaigns;
    private final BudgetSlices slices;
    private final Draws draws;

    Budgets(OpenCampaigns campaigns, BudgetSlices slices, Draws draws) {
        this.campaigns = campaigns;
        this.slices = slices;
        this.draws = draws;
    }

    /** The campaigns as they are now, those of {@code asked} that exist; locks nothing. */
    public Uni<Map<CampaignId, OpenCampaign>> open(SqlConnection connection, Set<CampaignId> asked) {
        return asked.isEmpty() ? Uni.createFrom().item(Map.of()) : campaigns.find(connection, asked);
    }

    /**
     * Locks what may be drawn: of each budget all that is wanted, or what is left of it, 0 where it is exhausted, was
     * never funded or is of no campaign that was read.
     *
     * @param partition whose slice is drawn from, or {@link #NO_PARTITION}
     * @param read the campaigns as {@link #open} gave them
     * @param wanted the most that will be drawn, by budget
     */
    public Uni<Grants> escrow(
            SqlConnection connection, int partition, Map<CampaignId, OpenCampaign> read, Map<BudgetId, Long> wanted) {
        Demand demand = Demand.of(partition + 1, read, wanted);
        if (demand.isVain()) {
            return Uni.createFrom().item(new Grants(demand.granted(Map.of()), Transfers.NONE));
        }
        return slices.open(connection, demand.missing())
                .chain(() -> slices.lock(connection, demand.touched()))
                .map(Holdings::of)
                .chain(held -> complete(connection, demand, held))
                .chain(held -> fill(connection, demand, held));
    }

    /**
     * Takes awards out of what was locked, and remembers who got them; those without points are of members who are held
     * out.
     *
     * @param partition as it was given to {@code escrow}
     */
    public Uni<Void> draw(SqlConnection connection, int partition, Collection<CampaignAward> awards) {
        return draws.spend(connection, partition + 1, awards).chain(() -> draws.reach(connection, awards));
    }

    /**
     * Others may have called a slice back between its reading and its locking. What is free of the rest is locked too;
     * waiting for it now would break the order of locks.
     */
    private Uni<Holdings> complete(SqlConnection connection, Demand demand, Holdings held) {
        SortedSet<BudgetId> lacking = held.shortOf(demand);
        return lacking.isEmpty()
                ? Uni.createFrom().item(held)
                : slices.lockFree(connection, lacking).map(held::with);
    }

    private Uni<Grants> fill(SqlConnection connection, Demand demand, Holdings held) {
        SortedMap<SliceKey, Long> points = new TreeMap<>();
        SortedMap<BudgetId, List<Escrow.Move>> moves = held.moves(demand);
        moves.forEach((budget, needed) -> needed.forEach(move -> {
            points.merge(new SliceKey(budget, move.from()), -move.points(), Long::sum);
            points.merge(new SliceKey(budget, move.to()), move.points(), Long::sum);
        }));
        Map<BudgetId, Long> own = new HashMap<>();
        demand.left().keySet().forEach(budget -> {
            SliceKey mine = new SliceKey(budget, demand.slice());
            own.put(budget, held.left(budget).getOrDefault(demand.slice(), 0L) + points.getOrDefault(mine, 0L));
        });
        List<Transfers.Transfer> transfers = new ArrayList<>();
        moves.forEach((budget, needed) -> transfers.add(new Transfers.Transfer(
                budget,
                demand.slice() + "/" + (held.moves(budget, demand.slice()) + 1),
                needed.stream().map(move -> Transfers.between(budget, move)).toList())));
        return slices.move(connection, points)
                .replaceWith(() -> new Grants(demand.granted(own), new Transfers(transfers)));
    }

    /** Where a partition's awards are posted from. */
    public static Account account(BudgetId budget, int partition) {
        return Transfers.account(budget, partition + 1);
    }
}

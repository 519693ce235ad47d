package dev.hearth.incentive.campaign.budget;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Function;

/** The store of slices. Sets of them go and come in one statement each. */
@ApplicationScoped
class BudgetSlices {
    private static final String OPEN = """
            insert into budget_slice (community, campaign, currency, slice)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::int[])
            on conflict do nothing
            """;
    private static final String LOCK = """
            select s.community, s.campaign, s.currency, s.slice, s.points, s.moves
            from unnest($1::text[], $2::text[], $3::text[], $4::int[]) as wanted (community, campaign, currency, slice)
            join budget_slice s using (community, campaign, currency, slice)
            order by s.community, s.campaign, s.currency, s.slice
            for update of s
            """;
    private static final String LOCK_FREE = """
            select s.community, s.campaign, s.currency, s.slice, s.points, s.moves
            from unnest($1::text[], $2::text[], $3::text[]) as wanted (community, campaign, currency)
            join budget_slice s using (community, campaign, currency)
            order by s.community, s.campaign, s.currency, s.slice
            for update of s skip locked
            """;
    private static final String LOCK_CAMPAIGN = """
            select community, campaign, currency, slice, points, moves from budget_slice
            where community = $1 and campaign = $2
            order by community, campaign, currency, slice
            for update
            """;
    private static final String MOVE = """
            update budget_slice s set points = s.points + moved.points, moves = s.moves + 1
            from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::bigint[])
                as moved (community, campaign, currency, slice, points)
            where (s.community, s.campaign, s.currency, s.slice)
                = (moved.community, moved.campaign, moved.currency, moved.slice)
            """;

    /** Makes those that are not there yet, empty. */
    Uni<Void> open(SqlConnection connection, SortedSet<SliceKey> keys) {
        return keys.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(OPEN).execute(columns(keys)).replaceWithVoid();
    }

    /** Locks them, in their order, waiting for each. */
    Uni<List<Slice>> lock(SqlConnection connection, SortedSet<SliceKey> keys) {
        return connection.preparedQuery(LOCK).execute(columns(keys)).map(BudgetSlices::read);
    }

    /** Locks all slices of these budgets that nobody else has locked: it never waits. */
    Uni<List<Slice>> lockFree(SqlConnection connection, SortedSet<BudgetId> budgets) {
        return connection
                .preparedQuery(LOCK_FREE)
                .execute(Tuple.of(
                        texts(budgets, budget -> budget.campaign().community()),
                        texts(budgets, budget -> budget.campaign().campaign()),
                        texts(budgets, BudgetId::currency)))
                .map(BudgetSlices::read);
    }

    /** Locks all slices of a campaign. */
    Uni<List<Slice>> lockAll(SqlConnection connection, CampaignId id) {
        return connection
                .preparedQuery(LOCK_CAMPAIGN)
                .execute(Tuple.of(id.community(), id.campaign()))
                .map(BudgetSlices::read);
    }

    /** Adds to slices that are locked, or takes from them. */
    Uni<Void> move(SqlConnection connection, SortedMap<SliceKey, Long> points) {
        if (points.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = columns(points.keySet()).addArrayOfLong(points.values().toArray(Long[]::new));
        return connection.preparedQuery(MOVE).execute(columns).replaceWithVoid();
    }

    static Tuple columns(Collection<SliceKey> keys) {
        return Tuple.of(
                texts(keys, key -> key.budget().campaign().community()),
                texts(keys, key -> key.budget().campaign().campaign()),
                texts(keys, key -> key.budget().currency()),
                keys.stream().map(SliceKey::slice).toArray(Integer[]::new));
    }

    private static <T> String[] texts(Collection<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static List<Slice> read(RowSet<Row> rows) {
        List<Slice> slices = new ArrayList<>(rows.size());
        for (Row row : rows) {
            CampaignId campaign = new CampaignId(row.getString("community"), row.getString("campaign"));
            BudgetId budget = new BudgetId(campaign, row.getString("currency"));
            slices.add(new Slice(
                    new SliceKey(budget, row.getInteger("slice")), row.getLong("points"), row.getLong("moves")));
        }
        return slices;
    }
}

package dev.hearth.incentive.stock;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The store of stock. */
@ApplicationScoped
public class Stock {
    private static final String OPEN = """
            insert into reward_stock (community, reward, slot, remaining)
            select $1, $2, slot, 0 from generate_series(0, $3 - 1) slot order by slot on conflict do nothing
            """;
    private static final String LOCK =
            "select remaining from reward_stock where community = $1 and reward = $2 order by slot for update";
    private static final String CHANGE = """
            update reward_stock s set remaining = s.remaining + c.change
            from unnest($3::bigint[]) with ordinality as c (change, nth)
            where s.community = $1 and s.reward = $2 and s.slot = c.nth - 1
            """;
    private static final String ENTER = """
            insert into stock_entry (id, community, reward, quantity, remaining, reason, entered_at, entered_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """;
    private static final String ENTRIES = """
            select id, quantity, remaining, reason, entered_at, entered_by from stock_entry
            where community = $1 and reward = $2 and ($3::uuid is null or id < $3) order by id desc limit $4
            """;
    private static final String REMAINING = """
            select reward, sum(remaining)::bigint as remaining from reward_stock
            where community = $1 and reward = any($2) group by reward
            """;
    /** Locked in one order, so that two that give back never wait in a ring. */
    private static final String GIVE_BACK = """
            with back as (
                select reward, slot, count(*) as pieces from unnest($2::text[], $3::smallint[]) as b (reward, slot)
                group by reward, slot),
            locked as (
                select s.reward, s.slot, back.pieces from reward_stock s join back using (reward, slot)
                where s.community = $1 order by s.reward, s.slot for update of s)
            update reward_stock s set remaining = s.remaining + locked.pieces from locked
            where s.community = $1 and s.reward = locked.reward and s.slot = locked.slot
            """;

    /**
     * Where one of a stock was taken from.
     *
     * @param reward the reward's id
     * @param slot the slot's number
     */
    public record Place(String reward, int slot) {}

    /** The slots of the reward, locked until the transaction ends. */
    Uni<Slots> lock(SqlConnection connection, String community, String reward) {
        return connection
                .preparedQuery(OPEN)
                .execute(Tuple.of(community, reward, Slots.COUNT))
                .chain(() -> connection.preparedQuery(LOCK).execute(Tuple.of(community, reward)))
                .map(rows -> {
                    List<Long> remaining = new ArrayList<>();
                    rows.forEach(row -> remaining.add(row.getLong(0)));
                    return new Slots(remaining);
                });
    }

    Uni<StockEntry> enter(
            SqlConnection connection, String community, String reward, List<Long> changes, StockEntry entry) {
        Tuple entered = Tuple.tuple()
                .addUUID(entry.id())
                .addString(community)
                .addString(reward)
                .addLong(entry.quantity())
                .addLong(entry.remaining())
                .addString(entry.reason())
                .addOffsetDateTime(entry.at().atOffset(ZoneOffset.UTC))
                .addString(entry.by());
        return connection
                .preparedQuery(CHANGE)
                .execute(Tuple.of(community, reward, changes.toArray(Long[]::new)))
                .chain(() -> connection.preparedQuery(ENTER).execute(entered))
                .replaceWith(entry);
    }

    /** The entries, newest first, before that one. */
    Uni<List<StockEntry>> entries(SqlClient client, String community, String reward, @Nullable UUID before, int rows) {
        return client.preparedQuery(ENTRIES)
                .execute(Tuple.tuple()
                        .addString(community)
                        .addString(reward)
                        .addUUID(before)
                        .addInteger(rows))
                .map(Stock::entries);
    }

    /** How much is left of each of these rewards, by id; one that never had an entry is left out. */
    public Uni<Map<String, Long>> remaining(SqlClient client, String community, Collection<String> rewards) {
        return client.preparedQuery(REMAINING)
                .execute(Tuple.of(community, rewards.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Long> remaining = new HashMap<>();
                    rows.forEach(row -> remaining.put(row.getString("reward"), row.getLong("remaining")));
                    return remaining;
                });
    }

    /** Puts one back for each of these places. */
    public Uni<Void> giveBack(SqlConnection connection, String community, List<Place> places) {
        if (places.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(GIVE_BACK)
                .execute(Tuple.of(
                        community,
                        places.stream().map(Place::reward).toArray(String[]::new),
                        places.stream().map(place -> (short) place.slot()).toArray(Short[]::new)))
                .replaceWithVoid();
    }

    private static List<StockEntry> entries(RowSet<Row> rows) {
        List<StockEntry> entries = new ArrayList<>(rows.size());
        rows.forEach(row -> entries.add(new StockEntry(
                row.getUUID("id"),
                row.getLong("quantity"),
                row.getLong("remaining"),
                row.getString("reason"),
                row.getOffsetDateTime("entered_at").toInstant(),
                row.getString("entered_by"))));
        return entries;
    }
}

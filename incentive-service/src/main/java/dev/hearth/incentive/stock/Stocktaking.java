package dev.hearth.incentive.stock;

import dev.hearth.contract.incentive.RewardType;
import dev.hearth.incentive.reward.Reward;
import dev.hearth.incentive.reward.Rewards;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.QueryParameter;
import dev.hearth.platform.time.Uuid7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Brings stock in and takes it out. */
@ApplicationScoped
class Stocktaking {
    private final Rewards rewards;
    private final Stock stock;
    private final Pool pool;
    private final Clock clock;
    private final Uuid7 ids;

    Stocktaking(Rewards rewards, Stock stock, Pool pool, Clock clock, Uuid7 ids) {
        this.rewards = rewards;
        this.stock = stock;
        this.pool = pool;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Enters a change of the stock; fails with {@code insufficient-stock} where it would fall below zero.
     *
     * @param quantity what comes, or goes if negative
     */
    Uni<StockEntry> enter(
            SqlConnection connection, String community, String reward, long quantity, String reason, String who) {
        return rewards.last(connection, community, reward)
                .invoke(Stocktaking::requireStock)
                .chain(() -> stock.lock(connection, community, reward))
                .chain(slots -> {
                    List<Long> changes = changes(slots, quantity);
                    StockEntry entry = new StockEntry(
                            ids.next(), quantity, slots.total() + quantity, reason, clock.instant(), who);
                    return stock.enter(connection, community, reward, changes, entry);
                });
    }

    /** How much is left. */
    Uni<Long> remaining(String community, String reward) {
        return rewards.last(pool, community, reward)
                .invoke(Stocktaking::requireStock)
                .chain(() -> stock.remaining(pool, community, List.of(reward)))
                .map(found -> found.getOrDefault(reward, 0L));
    }

    /** The entries, newest first. */
    Uni<Page<StockEntry>> entries(String community, String reward, Paging paging) {
        int limit = paging.limit();
        UUID before = before(paging.after());
        return rewards.last(pool, community, reward)
                .chain(() -> stock.entries(pool, community, reward, before, limit + 1))
                .map(rows -> Page.of(rows, limit, entry -> entry.id().toString()));
    }

    private static List<Long> changes(Slots slots, long quantity) {
        if (slots.total() + quantity > StockEntry.MAX_STOCK) {
            throw Check.refused("/quantity", "would make the stock larger than " + StockEntry.MAX_STOCK);
        }
        return slots.changes(quantity)
                .orElseThrow(() -> new ProblemException(
                        StockProblem.INSUFFICIENT_STOCK,
                        "there are " + slots.total() + ", " + -quantity + " would be taken out; take out less"));
    }

    private static void requireStock(Reward reward) {
        if (reward.terms().type() == RewardType.COUPON) {
            throw new ProblemException(
                    StockProblem.STOCK_IS_CODES, "add codes to " + reward.id() + " by its code-batches");
        }
    }

    private static @Nullable UUID before(String after) {
        try {
            return after.isEmpty() ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw QueryParameter.refused("cursor", "is not a cursor of this list; use `next` of the page before");
        }
    }
}

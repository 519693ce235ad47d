package dev.hearth.incentive.redemption;

import dev.hearth.contract.incentive.RewardType;
import dev.hearth.incentive.coupon.Coupons;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.reward.Reward;
import dev.hearth.incentive.reward.Rewards;
import dev.hearth.incentive.stock.Stock;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows a member what it may redeem now. */
@ApplicationScoped
class Offers {
    private static final int MOST_COUNTED = 1_000;

    private final Buyers buyers;
    private final Rewards rewards;
    private final Stock stock;
    private final Coupons coupons;
    private final Pool pool;
    private final Clock clock;

    Offers(Buyers buyers, Rewards rewards, Stock stock, Coupons coupons, Pool pool, Clock clock) {
        this.buyers = buyers;
        this.rewards = rewards;
        this.stock = stock;
        this.coupons = coupons;
        this.pool = pool;
        this.clock = clock;
    }

    /** Those the member sees, by id; fails with {@code unknown-member}. */
    Uni<Page<OfferView>> page(Holder holder, Paging paging) {
        Buyer buyer = buyers.require(holder);
        Instant now = clock.instant();
        int limit = paging.limit();
        String after = paging.after();
        return rewards.allInForce(pool, holder.community())
                .map(all -> all.tailMap(after, false).values().stream()
                        .filter(reward -> reward.isValidAt(now) && reward.isVisibleTo(buyer.facts()))
                        .limit(limit + 1L)
                        .toList())
                .map(seen -> Page.of(seen, limit, Reward::id))
                .chain(page -> remaining(holder.community(), page.items())
                        .map(left -> page.map(
                                reward -> OfferView.of(reward, buyer.member().tier(), counted(reward, left)))));
    }

    private Uni<Map<String, Long>> remaining(String community, Collection<Reward> seen) {
        return coupons.free(pool, community, ids(seen, true), MOST_COUNTED)
                .chain(free -> stock.remaining(pool, community, ids(seen, false))
                        .map(counted -> {
                            Map<String, Long> remaining = new HashMap<>(free);
                            remaining.putAll(counted);
                            return remaining;
                        }));
    }

    private static List<String> ids(Collection<Reward> rewards, boolean coupons) {
        return rewards.stream()
                .filter(reward -> (reward.terms().type() == RewardType.COUPON) == coupons)
                .map(Reward::id)
                .toList();
    }

    private static @Nullable Long counted(Reward reward, Map<String, Long> remaining) {
        return reward.terms().type() == RewardType.COUPON || reward.terms().countsStock()
                ? Math.min(MOST_COUNTED, remaining.getOrDefault(reward.id(), 0L))
                : null;
    }
}

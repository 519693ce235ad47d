package dev.hearth.incentive.redemption;

import dev.hearth.contract.incentive.RewardType;
import dev.hearth.incentive.condition.Facts;
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
import java.util.NavigableMap;
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

    /** Those the member sees, by id; a member that is not known sees what is for everybody. */
    Uni<Page<OfferView>> page(Holder holder, Paging paging) {
        return rewards.allInForce(pool, holder.community())
                .chain(all -> buyers.ranked(pool, buyers.get(holder), all.values())
                        .chain(buyer -> page(buyer, seen(buyer, all, paging), paging.limit())));
    }

    /** One more than the page has, if there are so many. */
    private List<Reward> seen(Buyer buyer, NavigableMap<String, Reward> all, Paging paging) {
        Instant now = clock.instant();
        Facts facts = buyer.facts();
        return all.tailMap(paging.after(), false).values().stream()
                .filter(reward -> reward.isValidAt(now) && reward.isVisibleTo(facts))
                .limit(paging.limit() + 1L)
                .toList();
    }

    private Uni<Page<OfferView>> page(Buyer buyer, List<Reward> seen, int limit) {
        Page<Reward> page = Page.of(seen, limit, Reward::id);
        return remaining(buyer.holder().community(), page.items())
                .map(left ->
                        page.map(reward -> OfferView.of(reward, buyer.member().tier(), counted(reward, left))));
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

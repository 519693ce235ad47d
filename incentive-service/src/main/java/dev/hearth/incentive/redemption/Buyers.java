package dev.hearth.incentive.redemption;

import dev.hearth.incentive.condition.CommunityFacts;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.member.Members;
import dev.hearth.incentive.reward.Reward;
import dev.hearth.incentive.tier.Benefits;
import dev.hearth.incentive.tier.Tiers;
import dev.hearth.incentive.wallet.Wallets;
import dev.hearth.platform.state.Communities;
import dev.hearth.platform.state.Community;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;

/** Knows who may redeem: members in good standing, as member-service tells of them. */
@ApplicationScoped
class Buyers {
    private static final String POINTER = "{member}";

    private final Members members;
    private final Wallets wallets;
    private final Communities communities;
    private final Tiers tiers;
    private final Clock clock;

    Buyers(Members members, Wallets wallets, Communities communities, Tiers tiers, Clock clock) {
        this.members = members;
        this.wallets = wallets;
        this.communities = communities;
        this.tiers = tiers;
        this.clock = clock;
    }

    /** What is known of the member, be it nothing. */
    Buyer get(Holder holder) {
        Community community = communities.require(holder.community());
        return new Buyer(
                holder,
                members.get(holder.community(), holder.member()),
                new CommunityFacts(
                        community.id(), community.name(), community.zone().getId()),
                LocalDate.ofInstant(clock.instant(), community.zone()));
    }

    /** A member in good standing; fails with {@code unknown-member} or {@code member-not-active}. */
    Buyer requireActive(Holder holder) {
        wallets.requireActive(POINTER, holder.community(), holder.member());
        return get(holder);
    }

    /** The same with its tier, where any of these rewards asks for it. */
    Uni<Buyer> ranked(SqlClient client, Buyer buyer, Collection<Reward> rewards) {
        return rewards.stream().anyMatch(Reward::asksForTier)
                ? tiers.of(client, Set.of(buyer.holder()))
                        .map(found -> buyer.withTier(found.getOrDefault(buyer.holder(), Benefits.NONE)
                                .tier()))
                : Uni.createFrom().item(buyer);
    }
}

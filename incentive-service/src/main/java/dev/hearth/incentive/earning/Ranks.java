package dev.hearth.incentive.earning;

import dev.hearth.incentive.accrual.MemberKey;
import dev.hearth.incentive.accrual.Rank;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.tier.Benefits;
import dev.hearth.incentive.tier.Tiers;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** The tiers of members, for the rules that ask for them. */
@ApplicationScoped
public class Ranks {
    private final BiFunction<SqlClient, Collection<Holder>, Uni<Map<Holder, Benefits>>> tiers;

    @Inject
    Ranks(Tiers tiers) {
        this(tiers::of);
    }

    Ranks(BiFunction<SqlClient, Collection<Holder>, Uni<Map<Holder, Benefits>>> tiers) {
        this.tiers = tiers;
    }

    /** Those of {@code members} that have a tier. */
    public Uni<Map<MemberKey, Rank>> of(SqlClient client, Collection<MemberKey> members) {
        return members.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : tiers.apply(
                                client,
                                members.stream()
                                        .map(member -> new Holder(member.community(), member.member()))
                                        .toList())
                        .map(Ranks::ranks);
    }

    private static Map<MemberKey, Rank> ranks(Map<Holder, Benefits> found) {
        Map<MemberKey, Rank> ranks = new HashMap<>();
        found.forEach((holder, benefits) -> {
            String tier = benefits.tier();
            if (tier != null) {
                ranks.put(new MemberKey(holder.community(), holder.member()), new Rank(tier, benefits.multiplier()));
            }
        });
        return ranks;
    }
}

package dev.hearth.incentive.tier;

import dev.hearth.incentive.ledger.Holder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What members' tiers give them, for other features: rules multiply by it, rewards ask their price by it. */
@ApplicationScoped
public class Tiers {
    private final TierSchemes schemes;
    private final MemberTiers tiers;
    private final LocalDays days;

    Tiers(TierSchemes schemes, MemberTiers tiers, LocalDays days) {
        this.schemes = schemes;
        this.tiers = tiers;
        this.days = days;
    }

    /**
     * The benefits of each of these members, {@link Benefits#NONE} for who has no tier. As they were when the
     * transaction read them: what it earns itself counts for the next one.
     *
     * @param client the transaction in which they are applied
     */
    public Uni<Map<Holder, Benefits>> of(SqlClient client, Collection<Holder> holders) {
        return schemes.of(client, holders.stream().map(Holder::community).collect(Collectors.toSet()))
                .chain(eras -> tiers.of(
                                client,
                                holders.stream()
                                        .filter(holder -> eras.containsKey(holder.community()))
                                        .toList())
                        .map(stand -> benefits(holders, eras, stand)));
    }

    private Map<Holder, Benefits> benefits(
            Collection<Holder> holders, Map<String, Eras> eras, Map<Holder, MemberTier> stand) {
        Map<Holder, Benefits> benefits = HashMap.newHashMap(holders.size());
        for (Holder holder : holders) {
            Eras ours = eras.get(holder.community());
            benefits.put(
                    holder,
                    ours == null
                            ? Benefits.NONE
                            : Benefits.of(
                                    ours.on(days.today(holder.community())).scheme(), stand.get(holder)));
        }
        return benefits;
    }
}

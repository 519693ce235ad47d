package dev.hearth.incentive.tier;

import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.standing.Earnings;
import dev.hearth.incentive.standing.Scheme;
import dev.hearth.incentive.standing.Standing;
import dev.hearth.incentive.standing.Timeline;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells where members stand. */
@ApplicationScoped
class Regard {
    private final TierSchemes schemes;
    private final MemberTiers tiers;
    private final QualifyingDays earned;
    private final LocalDays days;
    private final Pool pool;

    Regard(TierSchemes schemes, MemberTiers tiers, QualifyingDays earned, LocalDays days, Pool pool) {
        this.schemes = schemes;
        this.tiers = tiers;
        this.earned = earned;
        this.days = days;
        this.pool = pool;
    }

    /**
     * Where a member stands and what it has on the way.
     *
     * @param tier what is told; null for who was never looked at
     * @param standing as computed now, what is pinned aside
     * @param benefits what the tier gives
     */
    record Progress(@Nullable MemberTier tier, Standing standing, Benefits benefits) {
        Scheme scheme() {
            return standing.era().scheme();
        }
    }

    Uni<Progress> of(Holder holder) {
        List<Holder> one = List.of(holder);
        return schemes.of(pool, List.of(holder.community()))
                .map(eras -> require(eras, holder.community()))
                .chain(eras -> tiers.of(pool, one)
                        .chain(stand -> earned.of(pool, one)
                                .map(points -> progress(
                                        holder, eras, stand.get(holder), points.getOrDefault(holder, Map.of())))));
    }

    /** The member's row, if something is pinned. */
    Uni<MemberTier> pinned(Holder holder) {
        return tiers.of(pool, List.of(holder)).map(found -> {
            MemberTier tier = found.get(holder);
            if (tier == null || tier.pinned(days.now()) == null) {
                throw new ProblemException(
                        TierProblem.NO_TIER_OVERRIDE, "the tier of " + holder.member() + " is as earned");
            }
            return tier;
        });
    }

    /** Who has the tier, by member. */
    Uni<Page<MemberTier>> having(String community, String tier, Paging paging) {
        int limit = paging.limit();
        return tiers.page(pool, community, tier, paging.after(), limit + 1)
                .map(rows -> Page.of(rows, limit, row -> row.holder().member()));
    }

    private Progress progress(Holder holder, Eras eras, @Nullable MemberTier tier, Map<String, Earnings> points) {
        Standing standing = Timeline.of(eras.eras(), currency -> points.getOrDefault(currency, Earnings.none()))
                .on(days.today(holder.community()));
        return new Progress(tier, standing, Benefits.of(standing.era().scheme(), tier));
    }

    private static Eras require(Map<String, Eras> eras, String community) {
        Eras ours = eras.get(community);
        if (ours == null) {
            throw new ProblemException(
                    TierProblem.NO_TIER_SCHEME, "the community has no tier scheme in force; PUT it first");
        }
        return ours;
    }
}

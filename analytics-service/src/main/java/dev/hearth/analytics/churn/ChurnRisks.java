package dev.hearth.analytics.churn;

import dev.hearth.analytics.population.MemberFilter;
import dev.hearth.analytics.population.Population;
import dev.hearth.analytics.population.Standing;
import dev.hearth.analytics.projection.AsOf;
import dev.hearth.analytics.projection.Freshness;
import dev.hearth.contract.member.MemberStatus;
import dev.hearth.platform.state.Communities;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** The risks of all members of a community: computed when asked for, and kept for moments. */
@ApplicationScoped
class ChurnRisks {
    private static final Duration KEPT = Duration.ofSeconds(10);
    static final Comparator<MemberRisk> GREATEST_FIRST = Comparator.comparingDouble(MemberRisk::risk)
            .reversed()
            .thenComparing(risk -> risk.signs().member());

    private final Communities communities;
    private final Population population;
    private final ConcurrentMap<String, Ranked> latest = new ConcurrentHashMap<>();

    ChurnRisks(@Readiness Communities communities, @Readiness Population population) {
        this.communities = communities;
        this.population = population;
    }

    /** Ten seconds old at most. May take a moment: not for an event loop. */
    Ranked of(String community, Freshness.Fresh fresh) {
        return latest.compute(community, (same, had) -> isOld(had, fresh) ? ranked(same, fresh) : had);
    }

    private static boolean isOld(@Nullable Ranked had, Freshness.Fresh fresh) {
        return had == null || had.at.plus(KEPT).isBefore(fresh.asOf().measuredAt());
    }

    private Ranked ranked(String community, Freshness.Fresh fresh) {
        Instant now = fresh.asOf().measuredAt();
        ZoneId zone = communities.zone(community, null);
        Churn churn = new Churn(
                community,
                population.audience(community, MemberFilter.REAL),
                (int) LocalDate.ofInstant(now, zone).toEpochDay(),
                now.toEpochMilli());
        List<MemberRisk> risks = churn.signs(fresh.activity()).stream()
                .filter(signs -> isMember(community, signs.member()))
                .map(MemberRisk::of)
                .sorted(GREATEST_FIRST)
                .toList();
        return new Ranked(now, fresh.asOf(), risks);
    }

    /** Who left or was banned is gone already; who is not known may be a member. */
    private boolean isMember(String community, String member) {
        return population
                .find(community, member)
                .map(Standing::status)
                .map(status -> status == MemberStatus.ACTIVE)
                .orElse(true);
    }

    /**
     * @param at when it was computed
     * @param asOf how fresh what it was computed from was
     * @param risks the greatest first, ties by id
     */
    record Ranked(Instant at, AsOf asOf, List<MemberRisk> risks) {}
}

package dev.hearth.incentive.campaign.budget;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The store of what was drawn, and by whom. */
@ApplicationScoped
class Draws {
    private static final String SPEND = """
            update budget_slice s
            set points = s.points - d.points, drawn = s.drawn + d.points, awards = s.awards + d.awards
            from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::bigint[])
                as d (community, campaign, currency, points, awards)
            where (s.community, s.campaign, s.currency, s.slice) = (d.community, d.campaign, d.currency, $6)
            """;
    /** In the order of the keys: a member may be paid from two partitions at once. */
    private static final String REACH = """
            insert into campaign_member (community, campaign, member, held_out, awards, points, first_at)
            select community, campaign, member, awards = 0, awards, points, $6
            from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::bigint[])
                as reached (community, campaign, member, awards, points)
            order by community, campaign, member
            on conflict (community, campaign, member) do update
            set awards = campaign_member.awards + excluded.awards, points = campaign_member.points + excluded.points
            where excluded.awards > 0
            """;

    private final Clock clock;

    Draws(Clock clock) {
        this.clock = clock;
    }

    /** Takes the awards out of the slice, which is locked and has them. */
    Uni<Void> spend(SqlConnection connection, int slice, Collection<CampaignAward> awards) {
        SortedMap<BudgetId, Sum> sums = new TreeMap<>();
        awards.stream()
                .filter(award -> award.points() > 0)
                .forEach(award -> sums.merge(award.budget(), Sum.of(award), Sum::plus));
        if (sums.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(SPEND)
                .execute(Tuple.of(
                        sums.keySet().stream()
                                .map(budget -> budget.campaign().community())
                                .toArray(String[]::new),
                        sums.keySet().stream()
                                .map(budget -> budget.campaign().campaign())
                                .toArray(String[]::new),
                        sums.keySet().stream().map(BudgetId::currency).toArray(String[]::new),
                        points(sums),
                        awards(sums),
                        slice))
                .replaceWithVoid();
    }

    /** Remembers who was paid, and who was held out: awards without points. */
    Uni<Void> reach(SqlConnection connection, Collection<CampaignAward> awards) {
        if (awards.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        SortedMap<Reached, Sum> sums = new TreeMap<>();
        awards.forEach(
                award -> sums.merge(new Reached(award.budget().campaign(), award.member()), Sum.of(award), Sum::plus));
        return connection
                .preparedQuery(REACH)
                .execute(Tuple.of(
                        sums.keySet().stream()
                                .map(key -> key.campaign().community())
                                .toArray(String[]::new),
                        sums.keySet().stream()
                                .map(key -> key.campaign().campaign())
                                .toArray(String[]::new),
                        sums.keySet().stream().map(Reached::member).toArray(String[]::new),
                        awards(sums),
                        points(sums),
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static Long[] points(Map<?, Sum> sums) {
        return sums.values().stream().map(Sum::points).toArray(Long[]::new);
    }

    private static Long[] awards(Map<?, Sum> sums) {
        return sums.values().stream().map(Sum::awards).toArray(Long[]::new);
    }

    private record Reached(CampaignId campaign, String member) implements Comparable<Reached> {
        @Override
        public int compareTo(Reached other) {
            int order = campaign.compareTo(other.campaign);
            return order != 0 ? order : member.compareTo(other.member);
        }
    }

    private record Sum(long points, long awards) {
        static Sum of(CampaignAward award) {
            return new Sum(award.points(), award.points() > 0 ? 1 : 0);
        }

        Sum plus(Sum other) {
            return new Sum(points + other.points, awards + other.awards);
        }
    }
}

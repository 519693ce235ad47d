package dev.hearth.analytics.health;

import dev.hearth.analytics.health.pulse.CommunityPulse;
import dev.hearth.analytics.health.pulse.GroupCrew;
import dev.hearth.analytics.health.pulse.GroupDays;
import dev.hearth.analytics.health.pulse.GroupPulse;
import dev.hearth.analytics.health.pulse.Muster;
import dev.hearth.analytics.population.Population;
import dev.hearth.analytics.projection.Freshness;
import dev.hearth.platform.state.Communities;
import dev.hearth.platform.state.Community;
import dev.hearth.platform.state.Group;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** How all groups of a community do: computed when asked for, and kept for moments. */
@ApplicationScoped
class Fleets {
    static final int DAYS = 28;
    private static final int WEEKS = 8;
    private static final Duration KEPT = Duration.ofSeconds(2);
    private static final Duration KEPT_BEFORE = Duration.ofMinutes(1);

    private final Communities communities;
    private final Population population;
    private final Pulses pulses;
    private final Operators operators;
    private final ConcurrentMap<String, Fleet> fleets = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Fleet> before = new ConcurrentHashMap<>();

    Fleets(@Readiness Communities communities, @Readiness Population population, Pulses pulses, Operators operators) {
        this.communities = communities;
        this.population = population;
        this.pulses = pulses;
        this.operators = operators;
    }

    /** Two seconds old at most. May take a moment: not for an event loop. Whoever asks meanwhile waits for the same. */
    Fleet of(String community, HealthSetting setting, Freshness.Fresh fresh) {
        return fleets.compute(
                community,
                (same, had) -> isOld(had, setting, fresh)
                        ? computed(same, setting, fresh, fresh.asOf().measuredAt())
                        : had);
    }

    /**
     * How all groups did {@value #DAYS} days earlier, judged as they are now and by the members they have now. A minute
     * old at most.
     */
    Fleet before(String community, HealthSetting setting, Freshness.Fresh fresh) {
        Instant then = fresh.asOf().measuredAt().minus(Duration.ofDays(DAYS));
        return before.compute(
                community,
                (same, had) -> had == null
                                || !had.setting().equals(setting)
                                || had.at().plus(KEPT_BEFORE).isBefore(then)
                        ? computed(same, setting, fresh, then)
                        : had);
    }

    private static boolean isOld(@Nullable Fleet had, HealthSetting setting, Freshness.Fresh fresh) {
        return had == null
                || !had.setting().equals(setting)
                || had.at().plus(KEPT).isBefore(fresh.asOf().measuredAt());
    }

    private Fleet computed(String id, HealthSetting setting, Freshness.Fresh fresh, Instant now) {
        Community community = communities.require(id);
        CommunityPulse pulse = pulses.of(id, setting.kinds(), fresh);
        List<Group> groups = communities.groups().getOrDefault(id, List.of());
        Map<String, Set<String>> leaders = operators.of(id, groups);
        List<Muster> musters = groups.stream()
                .map(group -> new Muster(
                        group.id(),
                        (int) LocalDate.ofInstant(now, zone(community, group)).toEpochDay(),
                        DAYS,
                        leaders.getOrDefault(group.id(), Set.of()),
                        setting.operatorDays()))
                .toList();
        List<GroupCrew> crews = pulse.crews(musters);
        return Fleet.of(
                now,
                fresh.asOf(),
                setting,
                IntStream.range(0, groups.size())
                        .mapToObj(index -> health(
                                pulse,
                                now,
                                zone(community, groups.get(index)),
                                setting,
                                musters.get(index),
                                crews.get(index),
                                id))
                        .toList());
    }

    private GroupHealth health(
            CommunityPulse pulse,
            Instant now,
            ZoneId zone,
            HealthSetting setting,
            Muster muster,
            GroupCrew crew,
            String community) {
        GroupDays done = pulse.days(muster.group(), muster.last(), DAYS, now, setting.answerHours());
        ValueIndex value = ValueIndex.of(done);
        double[] weeks =
                pulse.ask(muster.group(), beat -> beat.weekly(now, zone, WEEKS)).orElse(new double[0]);
        int members = population.sizeOfGroup(community, muster.group());
        HealthScore parts = HealthScore.of(
                weeks,
                (double) done.daysWithActs() / DAYS,
                members,
                crew.active(),
                crew.memberDays(),
                DAYS,
                value.index(setting.value()));
        return new GroupHealth(
                muster.group(),
                parts.score(setting.score()),
                parts,
                value,
                LocalDate.ofEpochDay(muster.last()),
                done,
                crew,
                members,
                muster.operators().size(),
                pulse.ask(muster.group(), GroupPulse::lastAt).flatMap(last -> last));
    }

    private static ZoneId zone(Community community, Group group) {
        return group.ownZone().orElse(community.zone());
    }
}

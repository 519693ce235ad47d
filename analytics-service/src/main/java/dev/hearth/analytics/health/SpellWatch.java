package dev.hearth.analytics.health;

import dev.hearth.analytics.health.pulse.CommunityPulse;
import dev.hearth.analytics.health.pulse.Detection;
import dev.hearth.analytics.health.pulse.GroupPulse;
import dev.hearth.analytics.health.pulse.Spell;
import dev.hearth.analytics.projection.Freshness;
import dev.hearth.platform.state.Communities;
import dev.hearth.platform.state.Community;
import dev.hearth.platform.state.Group;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** Looks at every group: whose spell begins, whose is over. */
@ApplicationScoped
class SpellWatch {
    private final Communities communities;
    private final Pulses pulses;
    private final HealthSettings settings;

    SpellWatch(@Readiness Communities communities, Pulses pulses, HealthSettings settings) {
        this.communities = communities;
        this.pulses = pulses;
        this.settings = settings;
    }

    /** What changes, of all groups of all communities; {@code kept} is by id. */
    Stream<KeptSpell> changes(Freshness.Fresh fresh, Map<String, KeptSpell> kept) {
        return communities.all().stream().flatMap(community -> changes(community, fresh, kept));
    }

    private Stream<KeptSpell> changes(Community community, Freshness.Fresh fresh, Map<String, KeptSpell> kept) {
        HealthSetting setting = settings.of(community.id());
        CommunityPulse pulse = pulses.of(community.id(), setting.kinds(), fresh);
        Instant now = fresh.asOf().measuredAt().truncatedTo(ChronoUnit.MILLIS);
        // Asked for only where a group seems cold, and then once for each number of hours.
        Map<Integer, Boolean> deaf = new HashMap<>();
        Predicate<Spell.Began> isHeard = began -> began.spell().mood() != Spell.Mood.COLD
                || !deaf.computeIfAbsent(
                        began.reading().hours(),
                        hours -> pulse.mayBeDeaf(now, hours, community.zone(), setting.detection()));
        return pulse.groups().stream()
                .sorted()
                .map(group -> kept.getOrDefault(community.id() + "/" + group, KeptSpell.none(community.id(), group)))
                .flatMap(before -> pulse
                        .ask(before.group(), beat -> change(before, beat, now, community, setting.detection(), isHeard))
                        .flatMap(change -> change)
                        .stream());
    }

    /** None while the last change is not told: one after the other. */
    private Optional<KeptSpell> change(
            KeptSpell before,
            GroupPulse beat,
            Instant now,
            Community community,
            Detection detection,
            Predicate<Spell.Began> isHeard) {
        if (before.untold() != null) {
            return Optional.empty();
        }
        Optional<Group> group = communities.findGroup(before.community(), before.group());
        ZoneId zone = group.flatMap(Group::ownZone).orElse(community.zone());
        Spell spell = before.spell();
        return spell == null
                ? Spell.beginning(beat, now, zone, detection)
                        .filter(isHeard)
                        .map(began -> before.began(
                                began.spell(),
                                Signals.began(before.group(), began, beat.lastAt(), group.flatMap(Group::owner))))
                : Optional.of(spell)
                        .filter(open -> open.isOver(beat, now, zone, detection))
                        .map(open -> ended(before, open, beat, now, zone, detection));
    }

    private static KeptSpell ended(
            KeptSpell before, Spell open, GroupPulse beat, Instant now, ZoneId zone, Detection detection) {
        EndedSpell ended = new EndedSpell(
                open, now, beat.between(open.since(), now), beat.usual(open.since(), now, zone, detection));
        @Nullable Instant first = beat.firstAfter(open.since()).orElse(null);
        return before.over(ended, Signals.ended(before.group(), ended, first));
    }
}

package dev.hearth.analytics.health;

import dev.hearth.analytics.health.pulse.CommunityPulse;
import dev.hearth.analytics.health.pulse.KindRoles;
import dev.hearth.analytics.population.MemberFilter;
import dev.hearth.analytics.population.Population;
import dev.hearth.analytics.projection.Freshness;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.microprofile.health.Readiness;

/** How the groups of all communities beat, without planted accounts; brought forward when they are asked for. */
@ApplicationScoped
class Pulses {
    private final ConcurrentMap<String, CommunityPulse> pulses = new ConcurrentHashMap<>();

    private final Population population;

    Pulses(@Readiness Population population) {
        this.population = population;
    }

    /** As of what is known now. May take a moment: not for an event loop. */
    CommunityPulse of(String community, KindRoles kinds, Freshness.Fresh fresh) {
        CommunityPulse pulse = pulses.computeIfAbsent(community, CommunityPulse::new);
        pulse.advance(
                fresh.activity(),
                population.audience(community, MemberFilter.REAL),
                kinds,
                fresh.asOf().measuredAt());
        return pulse;
    }
}

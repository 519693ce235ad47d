package dev.hearth.incentive.tier;

import dev.hearth.platform.state.Communities;
import dev.hearth.platform.state.Community;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The communities' days: a period ends at the community's own midnight. */
@ApplicationScoped
class LocalDays {
    private final Communities communities;
    private final Clock clock;

    LocalDays(Communities communities, Clock clock) {
        this.communities = communities;
        this.clock = clock;
    }

    /** Of a community that is not known here yet: UTC. */
    ZoneId zone(String community) {
        return communities.find(community).map(Community::zone).orElse(ZoneOffset.UTC);
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today(String community) {
        return day(community, now());
    }

    LocalDate day(String community, Instant instant) {
        return LocalDate.ofInstant(instant, zone(community));
    }

    Instant start(String community, LocalDate day) {
        return day.atStartOfDay(zone(community)).toInstant();
    }
}

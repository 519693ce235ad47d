package dev.hearth.incentive.compensation;

import dev.hearth.platform.state.Communities;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The days of communities. */
@ApplicationScoped
class Calendar {
    private final Communities communities;

    Calendar(Communities communities) {
        this.communities = communities;
    }

    ZoneId zone(String community) {
        return communities.zone(community, null);
    }

    LocalDate day(String community, Instant instant) {
        return LocalDate.ofInstant(instant, zone(community));
    }
}

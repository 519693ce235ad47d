package dev.hearth.incentive.compensation;

import dev.hearth.platform.state.Communities;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;

/** The days of communities. */
@ApplicationScoped
class Calendar {
    private final Communities communities;

    Calendar(Communities communities) {
        this.communities = communities;
    }

    LocalDate day(String community, Instant instant) {
        return LocalDate.ofInstant(instant, communities.zone(community, null));
    }
}

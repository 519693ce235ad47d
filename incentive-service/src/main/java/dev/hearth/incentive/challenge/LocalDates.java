package dev.hearth.incentive.challenge;

import dev.hearth.platform.state.Communities;
import dev.hearth.platform.state.Community;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The communities' days. */
@ApplicationScoped
class LocalDates {
    private final Communities communities;

    LocalDates(Communities communities) {
        this.communities = communities;
    }

    /** In the community's zone; in UTC where the community is not known here yet. */
    LocalDate day(String community, Instant instant) {
        ZoneId zone = communities.find(community).map(Community::zone).orElse(ZoneOffset.UTC);
        return LocalDate.ofInstant(instant, zone);
    }
}

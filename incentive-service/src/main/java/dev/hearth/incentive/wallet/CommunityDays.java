package dev.hearth.incentive.wallet;

import dev.hearth.incentive.currency.ExpiryPolicy;
import dev.hearth.incentive.ledger.When;
import dev.hearth.platform.state.Communities;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The local days of communities: what happens now counts for the day that it is there. */
@ApplicationScoped
public class CommunityDays {
    private final Communities communities;
    private final Clock clock;

    CommunityDays(Communities communities, Clock clock) {
        this.communities = communities;
        this.clock = clock;
    }

    /** Now, in that community; fails with a problem if it is not known. */
    public When now(String community) {
        Instant now = clock.instant();
        return new When(now, LocalDate.ofInstant(now, zone(community)));
    }

    /** When points expire that the community gives now. */
    public Instant expiry(String community, ExpiryPolicy policy) {
        return policy.expiresAt(now(community).localDate(), zone(community));
    }

    /** Whose days are the community's. */
    public ZoneId zone(String community) {
        return communities.zone(community, null);
    }
}

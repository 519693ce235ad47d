package dev.hearth.engagement.ingest;

import dev.hearth.contract.member.MemberStatus;
import dev.hearth.engagement.kind.KindDirectory;
import dev.hearth.platform.event.Topics;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.state.Communities;
import dev.hearth.platform.state.StateTable;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** All that the ingest holds in memory of communities, members and kinds; ready when each was loaded once. */
@Singleton
@Default
@Readiness
final class KnownWorld implements HealthCheck {
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Communities communities;
    private final StateTable<String, MemberStatus> statuses;
    private final KindDirectory kinds;
    private final EngagementLog log;

    KnownWorld(
            Communities communities,
            StateTable<String, MemberStatus> statuses,
            KindDirectory kinds,
            EngagementLog log) {
        this.communities = communities;
        this.statuses = statuses;
        this.kinds = kinds;
        this.log = log;
    }

    /** Fails with 503 while something is still being loaded. */
    KnownCommunity require(String community) {
        if (!isReady()) {
            throw new ProblemException(IngestProblem.STARTING, "try again", List.of(), RETRY);
        }
        return new KnownCommunity(
                community,
                kind -> kinds.find(community, kind),
                member -> statuses.find(Topics.memberKey(community, member)).orElse(null),
                group -> communities.zone(community, group));
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("ingest")
                .status(isReady())
                .withData("communities", communities.isReady())
                .withData("members", statuses.isReady())
                .withData("kinds", kinds.isLoaded())
                .withData("topic", log.isReachable())
                .build();
    }

    private boolean isReady() {
        return communities.isReady() && statuses.isReady() && kinds.isLoaded() && log.isReachable();
    }
}

package dev.hearth.incentive.challenge;

import dev.hearth.incentive.challenge.Participants.Due;
import dev.hearth.incentive.job.Job;
import dev.hearth.platform.problem.Outage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Pays the prizes of stages that were reached, and takes back those that were lost. */
@ApplicationScoped
class PrizeJob extends Job {
    static final String NAME = "challenge-prizes";
    private static final Logger LOG = Logger.getLogger(PrizeJob.class);
    private static final Duration LATER = Duration.ofMinutes(1);
    private static final int MAX_ASIDE = 1_000;

    private final Participants participants;
    private final Settling settling;
    private final Clock clock;

    /** What could not be settled, and until when it is left alone by this replica. */
    private final Map<Long, Instant> aside = new ConcurrentHashMap<>();

    private volatile boolean oneByOne;

    PrizeJob(Participants participants, Settling settling, Clock clock) {
        this.participants = participants;
        this.settling = settling;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration every() {
        return Duration.ofMillis(250);
    }

    /**
     * After a batch that failed, one at a time, until the one is found that cannot be settled: it is set aside for a
     * while, so that it holds nobody else up. (A transaction whose statement failed cannot go on.)
     */
    @Override
    public Uni<Integer> runOnce(SqlConnection connection, int limit) {
        Instant now = clock.instant();
        aside.values().removeIf(until -> !until.isAfter(now));
        int most = oneByOne ? 1 : limit;
        return participants
                .due(connection, most, aside.keySet())
                .chain(due -> due.isEmpty() ? Uni.createFrom().item(0) : attempt(connection, due))
                .map(done -> done < most ? done : limit);
    }

    private Uni<Integer> attempt(SqlConnection connection, List<Due> due) {
        return settle(connection, due)
                .onFailure(failure -> !Outage.isOutage(failure))
                .invoke(failure -> failed(due, failure))
                .replaceWith(due.size());
    }

    private void failed(List<Due> due, Throwable failure) {
        oneByOne = due.size() > 1;
        if (due.size() == 1 && aside.size() < MAX_ASIDE) {
            aside.put(due.getFirst().id(), clock.instant().plus(LATER));
            LOG.errorf(
                    failure,
                    "challenges: a prize cannot be settled: due=%d",
                    due.getFirst().id());
        }
    }

    private Uni<Void> settle(SqlConnection connection, List<Due> due) {
        Set<Participant> asked = due.stream().map(Due::participant).collect(Collectors.toSet());
        return settling.settle(connection, asked).chain(() -> participants.done(connection, due));
    }

    @Override
    public Uni<Long> backlog(SqlClient client) {
        return participants.backlog(client);
    }
}

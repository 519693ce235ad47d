package dev.hearth.incentive.compensation;

import dev.hearth.incentive.job.Job;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Counts what compensated members did, once their horizon is over everywhere and late events are in. */
@ApplicationScoped
class OutcomeJob extends Job {
    /** Days for late events, and for zones behind UTC. */
    private static final int GRACE = 2;

    private final Outcomes outcomes;
    private final Clock clock;

    OutcomeJob(Outcomes outcomes, Clock clock) {
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "compensation-outcomes";
    }

    @Override
    public Uni<Integer> runOnce(SqlConnection connection, int limit) {
        return outcomes.settle(connection, over(), limit, clock.instant());
    }

    @Override
    public Uni<Long> backlog(SqlClient client) {
        return outcomes.due(client, over());
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    /** A horizon that ended before this day is over. */
    private LocalDate over() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(GRACE);
    }
}

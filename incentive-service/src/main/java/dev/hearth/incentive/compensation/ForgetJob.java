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

/** Forgets what members did once no effect can be measured by it any more. */
@ApplicationScoped
class ForgetJob extends Job {
    /** Twice the longest horizon, and room for jobs that come late. */
    private static final int KEPT_DAYS = 200;

    private static final int BATCH = 2_000;

    private final Observations observations;
    private final Clock clock;

    ForgetJob(Observations observations, Clock clock) {
        this.observations = observations;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "compensation-observations-forgotten";
    }

    @Override
    public Uni<Integer> runOnce(SqlConnection connection, int limit) {
        return observations.forget(connection, old(), limit);
    }

    @Override
    public Uni<Long> backlog(SqlClient client) {
        return observations.old(client, old());
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public int batch() {
        return BATCH;
    }

    private LocalDate old() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(KEPT_DAYS);
    }
}

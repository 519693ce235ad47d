package dev.hearth.incentive.task;

import dev.hearth.incentive.job.Job;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Removes tasks that ended long ago. */
@ApplicationScoped
class TaskSweepJob extends Job {
    private final TaskTable table;
    private final TaskConfig config;
    private final Clock clock;

    TaskSweepJob(TaskTable table, TaskConfig config, Clock clock) {
        this.table = table;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "task-sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Uni<Integer> runOnce(SqlConnection connection, int limit) {
        return table.remove(connection, oldest(), limit);
    }

    @Override
    public Uni<Long> backlog(SqlClient client) {
        return table.toRemove(client, oldest());
    }

    private Instant oldest() {
        return clock.instant().minus(config.keep());
    }
}

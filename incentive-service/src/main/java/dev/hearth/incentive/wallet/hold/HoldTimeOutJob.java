package dev.hearth.incentive.wallet.hold;

import dev.hearth.incentive.job.Job;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Gives back holds whose time is over. */
@ApplicationScoped
class HoldTimeOutJob extends Job {
    private final Holding holding;
    private final Holds holds;
    private final Clock clock;

    HoldTimeOutJob(Holding holding, Holds holds, Clock clock) {
        this.holding = holding;
        this.holds = holds;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "hold-time-out";
    }

    @Override
    public Uni<Integer> runOnce(SqlConnection connection, int limit) {
        return holding.timeOut(connection, limit);
    }

    @Override
    public Uni<Long> backlog(SqlClient client) {
        return holds.overdue(client, clock.instant());
    }
}

package dev.hearth.incentive.wallet.pending;

import dev.hearth.incentive.job.Job;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes pending points spendable that are due. */
@ApplicationScoped
class PendingActivationJob extends Job {
    private final Activation activation;
    private final PendingCredits credits;

    PendingActivationJob(Activation activation, PendingCredits credits) {
        this.activation = activation;
        this.credits = credits;
    }

    @Override
    public String name() {
        return "pending-activation";
    }

    @Override
    public Uni<Integer> runOnce(SqlConnection connection, int limit) {
        return activation.activate(connection, limit);
    }

    @Override
    public Uni<Long> backlog(SqlClient client) {
        return credits.due(client);
    }
}

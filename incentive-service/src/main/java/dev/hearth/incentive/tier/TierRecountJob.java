package dev.hearth.incentive.tier;

import dev.hearth.incentive.job.Job;
import dev.hearth.incentive.tier.Recounts.Recount;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts the members of a community anew after a change of its scheme: also those who never earn again. */
@ApplicationScoped
class TierRecountJob extends Job {
    private final Recounts recounts;
    private final Rounds rounds;

    TierRecountJob(Recounts recounts, Rounds rounds) {
        this.recounts = recounts;
        this.rounds = rounds;
    }

    @Override
    public String name() {
        return "tier-recount";
    }

    @Override
    public Uni<Integer> runOnce(SqlConnection connection, int limit) {
        return Rounds.turn(connection, name())
                .chain(ours -> ours
                        ? recounts.open(connection)
                                .chain(open -> open.isPresent()
                                        ? count(connection, open.get(), limit)
                                        : Uni.createFrom().item(0))
                        : Uni.createFrom().item(0));
    }

    /** A community that is finished counts as a full batch, so that the next one has its turn at once. */
    private Uni<Integer> count(SqlConnection connection, Recount recount, int limit) {
        return recounts.members(connection, recount, limit)
                .call(members -> rounds.look(connection, members))
                .call(members -> recounts.advance(connection, recount, members, limit))
                .replaceWith(limit);
    }

    @Override
    public Uni<Long> backlog(SqlClient client) {
        return recounts.backlog(client);
    }
}

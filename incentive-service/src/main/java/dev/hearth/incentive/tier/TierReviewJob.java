package dev.hearth.incentive.tier;

import dev.hearth.incentive.job.Job;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Closes periods, ends grace and what operators pinned, for whom that is due. After a downtime each period that was
 * missed is closed in its turn; who then stands where it stood is not told of.
 */
@ApplicationScoped
class TierReviewJob extends Job {
    private final MemberTiers tiers;
    private final Rounds rounds;
    private final LocalDays days;

    TierReviewJob(MemberTiers tiers, Rounds rounds, LocalDays days) {
        this.tiers = tiers;
        this.rounds = rounds;
        this.days = days;
    }

    @Override
    public String name() {
        return "tier-review";
    }

    @Override
    public Uni<Integer> runOnce(SqlConnection connection, int limit) {
        return Rounds.turn(connection, name())
                .chain(ours -> ours
                        ? tiers.due(connection, days.now(), limit)
                                .call(due -> rounds.look(connection, due))
                                .map(due -> due.size())
                        : Uni.createFrom().item(0));
    }

    @Override
    public Uni<Long> backlog(SqlClient client) {
        return tiers.countDue(client, days.now());
    }
}

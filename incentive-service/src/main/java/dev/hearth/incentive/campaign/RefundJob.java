package dev.hearth.incentive.campaign;

import dev.hearth.incentive.campaign.budget.CampaignId;
import dev.hearth.incentive.campaign.budget.Treasury;
import dev.hearth.incentive.job.Job;
import dev.hearth.incentive.wallet.Bookkeeping;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;

/**
 * Takes into the slices what reversals of awards have put back into their accounts. Not in the reversal itself: that
 * holds members' locks, and slices are locked before members.
 */
@ApplicationScoped
class RefundJob extends Job {
    private final Treasury treasury;
    private final Bookkeeping books;

    RefundJob(Treasury treasury, Bookkeeping books) {
        this.treasury = treasury;
        this.books = books;
    }

    @Override
    public String name() {
        return "campaign-refunds";
    }

    /** Of one closed campaign a time: what came back after its closing goes back where it came from. */
    @Override
    public Uni<Integer> runOnce(SqlConnection connection, int limit) {
        return treasury.takeIn(connection, limit)
                .chain(taken -> treasury.closedWithPoints(connection)
                        .chain(closed -> closed.isEmpty()
                                ? Uni.createFrom().item(taken)
                                : giveBack(connection, closed.orElseThrow()).replaceWith(limit)));
    }

    @Override
    public Uni<Long> backlog(SqlClient client) {
        return treasury.refunded(client);
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    private Uni<Void> giveBack(SqlConnection connection, CampaignId campaign) {
        return treasury.giveBack(connection, campaign)
                .chain(change -> books.with(connection, Set.of(), drafted -> {
                    change.transfers().draft(drafted);
                    return Uni.createFrom().voidItem();
                }));
    }
}

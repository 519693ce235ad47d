package dev.hearth.incentive.privilege;

import dev.hearth.contract.incentive.PrivilegeEnd;
import dev.hearth.incentive.job.Job;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.wallet.Bookkeeping;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Ends privileges whose time is over. */
@ApplicationScoped
class PrivilegeExpiryJob extends Job {
    private static final String NAME = "privilege-expiry";
    private static final Ending EXPIRED = new Ending(PrivilegeEnd.EXPIRED, NAME, null);

    private final Privileges privileges;
    private final Granting granting;
    private final Bookkeeping bookkeeping;
    private final Clock clock;

    PrivilegeExpiryJob(Privileges privileges, Granting granting, Bookkeeping bookkeeping, Clock clock) {
        this.privileges = privileges;
        this.granting = granting;
        this.bookkeeping = bookkeeping;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Uni<Integer> runOnce(SqlConnection connection, int limit) {
        return privileges
                .due(connection, clock.instant(), limit)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(0)
                        : bookkeeping
                                .with(connection, holders(due), books -> granting.end(connection, books, due, EXPIRED))
                                .replaceWith(due.size()));
    }

    @Override
    public Uni<Long> backlog(SqlClient client) {
        return privileges.countDue(client, clock.instant());
    }

    private static Set<Holder> holders(List<Privilege> due) {
        return due.stream().map(Privilege::holder).collect(Collectors.toSet());
    }
}

package dev.hearth.incentive.draw;

import dev.hearth.incentive.job.Job;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Closes draws whose entries are over and draws those whose time has come: nobody has to, and nobody can hold it back.
 * One step of one draw in a transaction. A draw whose beacon does not come within seven days is called off.
 */
@ApplicationScoped
class DrawJob extends Job {
    private static final Duration PATIENCE = Duration.ofDays(7);

    private final DrawStores stores;
    private final Conclusion conclusion;
    private final Clock clock;

    DrawJob(DrawStores stores, Conclusion conclusion, Clock clock) {
        this.stores = stores;
        this.conclusion = conclusion;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "draw";
    }

    @Override
    public int batch() {
        return 1;
    }

    @Override
    public Uni<Long> backlog(SqlClient client) {
        Instant now = clock.instant();
        return stores.draws().countDue(client, now, now.minus(PATIENCE));
    }

    @Override
    public Uni<Integer> runOnce(SqlConnection connection, int limit) {
        Instant now = clock.instant();
        return stores.draws()
                .lockDueToClose(connection, now)
                .chain(due -> due.map(draw -> conclusion.close(connection, draw).replaceWith(1))
                        .orElseGet(() -> drawOne(connection, now)));
    }

    private Uni<Integer> drawOne(SqlConnection connection, Instant now) {
        return stores.draws()
                .lockDueToDraw(connection, now, now.minus(PATIENCE))
                .chain(due -> due.map(draw -> end(connection, draw).replaceWith(1))
                        .orElseGet(() -> Uni.createFrom().item(0)));
    }

    private Uni<Void> end(SqlConnection connection, Draw draw) {
        boolean lacksBeacon = draw.needsBeacon() && draw.ending().beacon() == null;
        return lacksBeacon
                ? conclusion.callOff(connection, draw, "its beacon was not said within seven days")
                : conclusion.draw(connection, draw);
    }
}

package dev.hearth.incentive.draw;

import dev.hearth.incentive.job.Job;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Gives back what entries of cancelled draws cost, to the lots that it came from; not where a prize was won for it. */
@ApplicationScoped
class DrawRefundJob extends Job {
    private static final int BATCH = 100;

    private final DrawStores stores;
    private final DrawLedger ledger;
    private final Clock clock;

    DrawRefundJob(DrawStores stores, DrawLedger ledger, Clock clock) {
        this.stores = stores;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "draw-refund";
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public Uni<Long> backlog(SqlClient client) {
        return stores.draws().countToRefund(client);
    }

    /** One draw's in a transaction; a draw that was found means that there may be more, of it or of others. */
    @Override
    public Uni<Integer> runOnce(SqlConnection connection, int limit) {
        return stores.draws()
                .lockDueToRefund(connection)
                .chain(due -> due.map(draw -> refund(connection, draw, limit).replaceWith(limit))
                        .orElseGet(() -> Uni.createFrom().item(0)));
    }

    private Uni<Void> refund(SqlConnection connection, Draw draw, int limit) {
        Instant now = clock.instant();
        return stores.entries()
                .lockToRefund(connection, draw.id(), limit)
                .chain(entries -> entries.isEmpty()
                        ? stores.draws().refunded(connection, draw.id(), now).replaceWithVoid()
                        : stores.entries()
                                .refunded(connection, draw.id(), entries, now)
                                .chain(() -> ledger.refund(connection, draw, entries, now)));
    }
}

package dev.hearth.incentive.redemption;

import dev.hearth.incentive.job.Job;
import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Lets go of reservations that were not confirmed in time: points and stock return. */
@ApplicationScoped
class ReservationTimeOutJob extends Job {
    private static final String NAME = "reservation-time-out";

    private final Redemptions redemptions;
    private final Bookkeeping bookkeeping;
    private final Handover handover;
    private final RedemptionEvents events;
    private final Outbox outbox;
    private final Clock clock;

    ReservationTimeOutJob(
            Redemptions redemptions,
            Bookkeeping bookkeeping,
            Handover handover,
            RedemptionEvents events,
            Outbox outbox,
            Clock clock) {
        this.redemptions = redemptions;
        this.bookkeeping = bookkeeping;
        this.handover = handover;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Uni<Integer> runOnce(SqlConnection connection, int limit) {
        return redemptions
                .due(connection, clock.instant(), limit)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(0)
                        : bookkeeping
                                .with(connection, holders(due), books -> timeOut(connection, books, due))
                                .replaceWith(due.size()));
    }

    @Override
    public Uni<Long> backlog(SqlClient client) {
        return redemptions.countDue(client, clock.instant());
    }

    private Uni<Void> timeOut(SqlConnection connection, Books books, List<Redemption> due) {
        List<Redemption> ended = new ArrayList<>(due.size());
        List<CloudEvent> told = new ArrayList<>(due.size());
        for (Redemption reserved : due) {
            // The rows are locked and were due before the books were opened, so they are due now.
            if (Lifecycle.turn(reserved.stage(), new Act.TimeOut(), books.now()) instanceof Turn.Taken taken) {
                new Payment(books, reserved, NAME, null).settle(taken.points());
                Redemption after = reserved.at(taken.next(), null);
                ended.add(after);
                told.addAll(events.of(books, reserved.stage(), after, null));
            }
        }
        return redemptions
                .timeOut(connection, ended, books.now())
                .chain(() -> putBack(connection, ended))
                .chain(() -> outbox.add(connection, told));
    }

    /** Community by community in one order, as all give back. */
    private Uni<Void> putBack(SqlConnection connection, List<Redemption> ended) {
        TreeMap<String, List<Redemption>> byCommunity = new TreeMap<>(
                ended.stream().collect(Collectors.groupingBy(one -> one.holder().community())));
        Uni<Void> done = Uni.createFrom().voidItem();
        for (var of : byCommunity.entrySet()) {
            done = done.chain(() -> handover.putBack(connection, of.getKey(), of.getValue()));
        }
        return done;
    }

    private static Set<Holder> holders(List<Redemption> due) {
        return due.stream().map(Redemption::holder).collect(Collectors.toSet());
    }
}

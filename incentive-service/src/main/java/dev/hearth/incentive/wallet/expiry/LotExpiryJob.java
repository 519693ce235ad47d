package dev.hearth.incentive.wallet.expiry;

import dev.hearth.incentive.job.Job;
import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.Draft;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.TransactionType;
import dev.hearth.incentive.ledger.When;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.incentive.wallet.CommunityDays;
import dev.hearth.incentive.wallet.expiry.Lots.ExpiredLot;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * Books what has expired. Nobody can spend it from the instant on, whenever this runs; this tells the books and the
 * topics.
 */
@ApplicationScoped
class LotExpiryJob extends Job {
    private final Lots lots;
    private final Bookkeeping bookkeeping;
    private final CommunityDays days;
    private final Clock clock;

    LotExpiryJob(Lots lots, Bookkeeping bookkeeping, CommunityDays days, Clock clock) {
        this.lots = lots;
        this.bookkeeping = bookkeeping;
        this.days = days;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "lot-expiry";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Uni<Integer> runOnce(SqlConnection connection, int limit) {
        return lots.expired(connection, clock.instant(), limit)
                .chain(expired -> expired.isEmpty()
                        ? Uni.createFrom().item(0)
                        : bookkeeping.with(
                                connection,
                                expired.stream().map(LotExpiryJob::holder).toList(),
                                books -> Uni.createFrom().item(() -> draft(books, expired))));
    }

    @Override
    public Uni<Long> backlog(SqlClient client) {
        return lots.count(client, clock.instant());
    }

    private int draft(Books books, List<ExpiredLot> expired) {
        for (ExpiredLot lot : expired) {
            Draft draft = books.draft(TransactionType.EXPIRED, cause(books, lot), when(lot))
                    .expire(lot.currency(), lot.member(), lot.expiresAt());
            if (!draft.isEmpty()) {
                var _ = draft.record();
            }
        }
        return expired.size();
    }

    /** A lot may get points again after it was emptied, so its instant alone is no name for ever. */
    private static Cause cause(Books books, ExpiredLot lot) {
        return new Cause.Requested(
                lot.currency().community(),
                "expiry/" + lot.member() + "/" + lot.currency().currency() + "/" + lot.expiresAt() + "/"
                        + books.version(holder(lot)));
    }

    /** The first local day on which the points are no longer there. */
    private When when(ExpiredLot lot) {
        return new When(
                lot.expiresAt(),
                LocalDate.ofInstant(lot.expiresAt(), days.zone(lot.currency().community())));
    }

    private static Holder holder(ExpiredLot lot) {
        return new Holder(lot.currency().community(), lot.member());
    }
}

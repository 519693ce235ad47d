package dev.hearth.incentive.wallet;

import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.Ledger;
import dev.hearth.incentive.ledger.Transaction;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.outbox.Outbox;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The one door through which points move: locks the members, records what is drafted in their books, and tells the
 * topics of it, all in the caller's database transaction.
 *
 * <p>Called at most once in a transaction, with everybody whose points move, after the caller has locked rows of its
 * own: then no two transactions wait for each other in a ring.
 */
@ApplicationScoped
public class Bookkeeping {
    /** Callers other than the partitions of the topics share out these shards by member. */
    private static final int FIRST_SHARD = 90_000;

    private static final int SHARDS = 64;

    private final Ledger ledger;
    private final LedgerEvents events;
    private final Outbox outbox;
    private final List<Witness> witnesses;

    Bookkeeping(Ledger ledger, LedgerEvents events, Outbox outbox, @All List<Witness> witnesses) {
        this.ledger = ledger;
        this.events = events;
        this.outbox = outbox;
        this.witnesses = List.copyOf(witnesses);
    }

    /** The door without a container. */
    public static Bookkeeping of(Ledger ledger, Events events, Outbox outbox) {
        return of(ledger, events, outbox, List.of());
    }

    /** The door without a container, seen by these. */
    public static Bookkeeping of(Ledger ledger, Events events, Outbox outbox, List<Witness> witnesses) {
        return new Bookkeeping(ledger, new LedgerEvents(events), outbox, witnesses);
    }

    /**
     * Moves points of these members.
     *
     * @param connection the caller's transaction
     * @param holders everybody whose points move
     * @param work drafts; if it fails, nothing is recorded
     */
    public <T> Uni<T> with(SqlConnection connection, Collection<Holder> holders, Function<Books, Uni<T>> work) {
        return with(connection, shard(holders), holders, work, transaction -> Optional.empty());
    }

    /**
     * Moves points for a partition of a topic.
     *
     * @param shard the partition's number, whose shared accounts are used
     * @param origin what a transaction follows from
     */
    public <T> Uni<T> with(
            SqlConnection connection,
            int shard,
            Collection<Holder> holders,
            Function<Books, Uni<T>> work,
            Function<Transaction, Optional<Origin>> origin) {
        return ledger.within(
                        connection,
                        shard,
                        holders,
                        work,
                        books -> outbox.add(connection, events.of(books, origin))
                                .chain(() -> witnessed(connection, books)))
                .onFailure(Ledger::isBeyondRange)
                .transform(refusal -> WalletProblem.beyondRange());
    }

    /** One after the other: they share the connection. */
    private Uni<Void> witnessed(SqlConnection connection, Books books) {
        Uni<Void> seen = Uni.createFrom().voidItem();
        for (Witness witness : witnesses) {
            seen = seen.chain(() -> witness.recorded(connection, books));
        }
        return seen;
    }

    private static int shard(Collection<Holder> holders) {
        return FIRST_SHARD + Math.floorMod(holders.hashCode(), SHARDS);
    }
}

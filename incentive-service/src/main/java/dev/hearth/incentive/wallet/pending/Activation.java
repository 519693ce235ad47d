package dev.hearth.incentive.wallet.pending;

import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.Notes;
import dev.hearth.incentive.ledger.Posting;
import dev.hearth.incentive.ledger.Transaction;
import dev.hearth.incentive.ledger.TransactionType;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.incentive.wallet.CommunityDays;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes pending points spendable when they are due, and takes them back where what made them is taken back. */
@ApplicationScoped
public class Activation {
    private final PendingCredits credits;
    private final Bookkeeping bookkeeping;
    private final CommunityDays days;
    private final Pool pool;

    Activation(PendingCredits credits, Bookkeeping bookkeeping, CommunityDays days, Pool pool) {
        this.credits = credits;
        this.bookkeeping = bookkeeping;
        this.days = days;
        this.pool = pool;
    }

    /** Activates what is due; answers how many. */
    Uni<Integer> activate(SqlConnection connection, int limit) {
        return credits.lockDue(connection, limit)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(0)
                        : bookkeeping
                                .with(
                                        connection,
                                        due.stream().map(PendingCredit::holder).toList(),
                                        books -> Uni.createFrom().item(() -> draft(books, due)))
                                .chain(drafted -> credits.end(connection, due, "ACTIVATED"))
                                .replaceWith(due.size()));
    }

    /**
     * Prepares the reversal of a transaction that made points pending: those that still are will never be activated;
     * those that were are to be taken from the lot that they became.
     *
     * @return the transaction as it is to be reversed now
     */
    public Uni<Transaction> reversing(SqlConnection connection, Transaction original) {
        boolean pends = original.postings().stream().anyMatch(Activation::isPending);
        return pends
                ? credits.lockOf(connection, original.cause().community(), original.id())
                        .chain(made -> cancel(connection, made).replaceWith(() -> asActivated(original, made)))
                : Uni.createFrom().item(original);
    }

    /** A member's pending credits, newest first. */
    Uni<Page<PendingView>> page(Holder holder, Paging paging) {
        int limit = paging.limit();
        return credits.page(pool, holder, paging.before(), limit + 1)
                .map(rows -> Page.of(rows, limit, PendingView::pending));
    }

    private int draft(Books books, List<PendingCredit> due) {
        for (PendingCredit credit : due) {
            String community = credit.currency().community();
            var _ = books.draft(
                            TransactionType.ACTIVATED,
                            new Cause.Requested(community, "pending/" + credit.id()),
                            days.now(community))
                    .note(Notes.on("transaction/" + credit.transaction()))
                    .activate(credit.currency(), credit.member(), credit.amount(), credit.expiresAt())
                    .record();
        }
        return due.size();
    }

    private Uni<Void> cancel(SqlConnection connection, List<PendingCredits.Stored> made) {
        List<PendingCredit> open = made.stream()
                .filter(PendingCredits.Stored::isPending)
                .map(PendingCredits.Stored::credit)
                .toList();
        return open.isEmpty() ? Uni.createFrom().voidItem() : credits.end(connection, open, "CANCELLED");
    }

    /** The postings into pending accounts as if they had gone to the lots that the points became since. */
    private static Transaction asActivated(Transaction original, List<PendingCredits.Stored> made) {
        Map<Key, Instant> activated = new HashMap<>();
        made.stream()
                .filter(stored -> !stored.isPending())
                .map(PendingCredits.Stored::credit)
                .forEach(credit -> activated.put(
                        new Key(credit.currency().currency(), credit.member(), credit.amount()), credit.expiresAt()));
        return new Transaction(
                original.id(),
                original.type(),
                original.cause(),
                original.when(),
                original.postings().stream()
                        .map(posting -> asActivated(posting, activated))
                        .toList(),
                original.notes());
    }

    private record Key(String currency, String member, long amount) {}

    private static Posting asActivated(Posting posting, Map<Key, Instant> activated) {
        Account to = posting.destination();
        Instant expires = activated.get(
                new Key(to.currency().currency(), to.owner(), posting.amount().points()));
        return expires == null || !isPending(posting)
                ? posting
                : new Posting(posting.source(), Account.lot(to.currency(), to.owner(), expires), posting.amount());
    }

    private static boolean isPending(Posting posting) {
        return posting.destination().kind() == Account.Kind.PENDING;
    }
}

package dev.hearth.incentive.wallet.reversal;

import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.Ledger;
import dev.hearth.incentive.ledger.Notes;
import dev.hearth.incentive.ledger.Transaction;
import dev.hearth.incentive.ledger.TransactionType;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.incentive.wallet.CommunityDays;
import dev.hearth.incentive.wallet.WalletProblem;
import dev.hearth.incentive.wallet.pending.Activation;
import dev.hearth.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Takes transactions back: what members got is taken from what they have, and what they have spent of it is owed. */
@ApplicationScoped
class Reversing {
    private final Ledger ledger;
    private final Activation activation;
    private final Bookkeeping bookkeeping;
    private final CommunityDays days;
    private final Pool pool;

    Reversing(Ledger ledger, Activation activation, Bookkeeping bookkeeping, CommunityDays days, Pool pool) {
        this.ledger = ledger;
        this.activation = activation;
        this.bookkeeping = bookkeeping;
        this.days = days;
        this.pool = pool;
    }

    /** Takes it back, once and for ever. */
    Uni<Transaction> reverse(SqlConnection connection, String community, UUID id, String reason, String who) {
        return find(connection, community, id)
                .invoke(Reversing::requireReversible)
                .chain(original -> activation.reversing(connection, original))
                .chain(original -> bookkeeping.with(
                        connection,
                        original.holders(),
                        books -> Uni.createFrom().item(() -> draft(books, original, reason, who))))
                .onFailure(Ledger::isRepeated)
                .transform(repeated -> new ProblemException(
                        WalletProblem.TRANSACTION_REVERSED, "the transaction " + id + " was taken back before"));
    }

    Uni<Transaction> get(String community, UUID id) {
        return find(pool, community, id);
    }

    private Uni<Transaction> find(SqlClient client, String community, UUID id) {
        return ledger.find(client, community, id)
                .map(found -> found.orElseThrow(() -> new ProblemException(
                        WalletProblem.UNKNOWN_TRANSACTION, "the community has no transaction " + id)));
    }

    private Transaction draft(Books books, Transaction original, String reason, String who) {
        String community = original.cause().community();
        return books.draft(
                        TransactionType.REVERSED,
                        new Cause.Requested(community, "reversal/" + original.id()),
                        days.now(community))
                .note(Notes.on("transaction/" + original.id()).by(who, reason))
                .reverse(original)
                .record();
    }

    /** What is a part of something that has its own way back is taken back there, or its state would tell otherwise. */
    private static void requireReversible(Transaction original) {
        String remedy = switch (original.type()) {
            case EARNED, GRANTED, TRANSFERRED, ADJUSTED, IMPORTED -> "";
            case PENALISED -> "reverse the decision that it belongs to";
            case HELD, CAPTURED, RELEASED, REDEEMED, REFUNDED ->
                "release or refund the hold, or cancel the redemption, that it belongs to";
            case ACTIVATED, CANCELLED -> "reverse the transaction that made the points pending";
            case EXPIRED -> "adjust the member's points";
            case FUNDED -> "change what is set aside where that was done";
            case REVERSED -> "adjust the member's points, or let them be earned again";
        };
        if (!remedy.isEmpty()) {
            throw new ProblemException(
                    WalletProblem.NOT_REVERSIBLE, "it is " + original.type() + "; to take it back, " + remedy);
        }
    }
}

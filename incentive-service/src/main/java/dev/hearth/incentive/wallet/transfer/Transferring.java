package dev.hearth.incentive.wallet.transfer;

import dev.hearth.incentive.currency.CurrencyTerms;
import dev.hearth.incentive.currency.CurrencyTerms.TransferLimits;
import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Draft;
import dev.hearth.incentive.ledger.Notes;
import dev.hearth.incentive.ledger.Outcome;
import dev.hearth.incentive.ledger.Transaction;
import dev.hearth.incentive.ledger.TransactionType;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.incentive.wallet.CommunityDays;
import dev.hearth.incentive.wallet.WalletProblem;
import dev.hearth.incentive.wallet.Wallets;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.time.Uuid7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** Lets members give each other points, within the currency's limits. Points go on to expire when they would have. */
@ApplicationScoped
class Transferring {
    private final Transfers transfers;
    private final Wallets wallets;
    private final Bookkeeping bookkeeping;
    private final CommunityDays days;
    private final Uuid7 ids;

    Transferring(Transfers transfers, Wallets wallets, Bookkeeping bookkeeping, CommunityDays days, Uuid7 ids) {
        this.transfers = transfers;
        this.wallets = wallets;
        this.bookkeeping = bookkeeping;
        this.days = days;
        this.ids = ids;
    }

    /** Moves the points, all or nothing. */
    Uni<Transaction> transfer(SqlConnection connection, String community, TransferPoints asked, String who) {
        Transfer transfer = wanted(community, asked.checked(), who);
        wallets.requireActive("/from", community, transfer.from());
        wallets.requireActive("/to", community, transfer.to());
        return wallets.spendable(connection, transfer.currency())
                .map(terms -> limits(transfer, terms))
                .chain(limits -> bookkeeping.with(
                        connection, transfer.holders(), books -> move(connection, books, transfer, limits)));
    }

    private Uni<Transaction> move(SqlConnection connection, Books books, Transfer transfer, TransferLimits limits) {
        return transfers
                .ofDay(connection, transfer)
                .invoke(given -> checkDay(transfer, limits, given))
                .map(given -> draft(books, transfer))
                .call(moved -> transfers.add(connection, transfer, moved.id()));
    }

    private Transaction draft(Books books, Transfer transfer) {
        Draft draft = books.draft(
                        TransactionType.TRANSFERRED,
                        new Cause.Requested(transfer.currency().community(), "transfer/" + ids.next()),
                        transfer.when())
                .note(Notes.NONE.by(transfer.who(), transfer.note()));
        return switch (draft.transfer(transfer.currency(), transfer.from(), transfer.to(), transfer.amount())) {
            case Outcome.Taken taken -> draft.record();
            case Outcome.Insufficient(long available) ->
                throw WalletProblem.insufficient(
                        transfer.from(), transfer.currency().currency(), transfer.amount(), available);
        };
    }

    private static TransferLimits limits(Transfer transfer, CurrencyTerms terms) {
        TransferLimits limits = terms.transfers();
        if (limits == null) {
            throw new ProblemException(
                    WalletProblem.NOT_TRANSFERABLE,
                    transfer.currency().currency() + " has no transfers; give the currency some");
        }
        if (transfer.amount() > limits.perTransfer()) {
            throw exceeded(transfer, "at most " + limits.perTransfer() + " can be given at once");
        }
        return limits;
    }

    private static void checkDay(Transfer transfer, TransferLimits limits, long given) {
        if (given > limits.perDay() - transfer.amount()) {
            throw exceeded(
                    transfer,
                    given + " of " + limits.perDay() + " were given on "
                            + transfer.when().localDate());
        }
    }

    private static ProblemException exceeded(Transfer transfer, String limit) {
        return new ProblemException(
                WalletProblem.TRANSFER_LIMIT_EXCEEDED,
                new FieldError("/amount", "is " + transfer.amount() + ": " + limit));
    }

    private Transfer wanted(String community, TransferPoints said, String who) {
        return new Transfer(
                new CurrencyId(community, Objects.requireNonNull(said.currency())),
                Objects.requireNonNull(said.from()),
                Objects.requireNonNull(said.to()),
                Objects.requireNonNull(said.amount()),
                said.note(),
                days.now(community),
                who);
    }
}

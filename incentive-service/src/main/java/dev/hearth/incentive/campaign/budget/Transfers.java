package dev.hearth.incentive.campaign.budget;

import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Draft;
import dev.hearth.incentive.ledger.Notes;
import dev.hearth.incentive.ledger.TransactionType;
import dev.hearth.incentive.ledger.When;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What moved between slices and must move in the ledger too, in the same database transaction: whoever is given these
 * drafts them in the books with which it pays. So a transaction opens the books once, however many budgets it draws on.
 */
public final class Transfers {
    /** Nothing moved. */
    public static final Transfers NONE = new Transfers(List.of());

    private final List<Transfer> all;

    Transfers(List<Transfer> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Everything that moved at once in one budget.
     *
     * @param budget which budget
     * @param key names the transaction in the ledger, in the budget
     * @param moves what moved
     */
    record Transfer(BudgetId budget, String key, List<Move> moves) {}

    /**
     * A movement.
     *
     * @param from where the points were
     * @param to where they are
     * @param points how many, 1 or more
     */
    record Move(Account from, Account to, long points) {}

    static Move between(BudgetId budget, Escrow.Move move) {
        return new Move(account(budget, move.from()), account(budget, move.to()), move.points());
    }

    static Account account(BudgetId budget, int slice) {
        return Account.budget(budget.currencyId(), budget.campaign().campaign(), slice);
    }

    /** Whether there is nothing to draft. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Writes them into the books, each as a transaction of its own. */
    public void draft(Books books) {
        for (Transfer transfer : all) {
            CurrencyId currency = transfer.budget().currencyId();
            String campaign = "campaign/" + transfer.budget().campaign().campaign();
            Cause cause = new Cause.Requested(
                    currency.community(), campaign + "/" + currency.currency() + "/" + transfer.key());
            When when = new When(books.now(), LocalDate.ofInstant(books.now(), ZoneOffset.UTC));
            Draft draft = books.draft(TransactionType.FUNDED, cause, when).note(Notes.on(campaign));
            for (Move move : transfer.moves()) {
                draft = draft.takeReserved(move.from(), move.points(), move.to());
            }
            var _ = draft.record();
        }
    }
}

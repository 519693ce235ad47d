package dev.hearth.incentive.redemption;

import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Draft;
import dev.hearth.incentive.ledger.Lot;
import dev.hearth.incentive.ledger.Notes;
import dev.hearth.incentive.ledger.Outcome;
import dev.hearth.incentive.ledger.TransactionType;
import dev.hearth.incentive.ledger.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a redemption drafts in the books of its member. Each step has a key of its own, so none is ever taken twice; a
 * price of 0 drafts nothing.
 */
final class Payment {
    private final Books books;
    private final Redemption redemption;
    private final String who;
    private final @Nullable String reason;

    /**
     * @param who asks for it
     * @param reason why, where it was said
     */
    Payment(Books books, Redemption redemption, String who, @Nullable String reason) {
        this.books = books;
        this.redemption = redemption;
        this.who = who;
        this.reason = reason;
    }

    /** Sets the price aside. */
    Outcome hold() {
        if (price() == 0) {
            return new Outcome.Taken(List.of());
        }
        Draft draft = draft(TransactionType.HELD, "hold");
        return recorded(draft, draft.hold(currency(), member(), price()));
    }

    /** Pays the price at once. */
    Outcome pay() {
        if (price() == 0) {
            return new Outcome.Taken(List.of());
        }
        Draft draft = draft(TransactionType.REDEEMED, "pay");
        return recorded(draft, draft.debit(currency(), member(), price(), spent()));
    }

    /** Does what a turn says. */
    void settle(Turn.Points points) {
        if (price() == 0) {
            return;
        }
        Account held = Account.held(currency(), member());
        switch (points) {
            case STAY -> {}
            case CAPTURED -> {
                var _ = draft(TransactionType.CAPTURED, "capture")
                        .takeReserved(held, price(), spent())
                        .record();
            }
            case RELEASED -> giveBack(draft(TransactionType.RELEASED, "release"), held);
            case REFUNDED -> giveBack(draft(TransactionType.REFUNDED, "refund"), spent());
        }
    }

    private void giveBack(Draft draft, Account from) {
        List<Lot> lots = redemption.lots();
        var _ = draft.giveBack(currency(), member(), lots, price(), from).record();
    }

    private static Outcome recorded(Draft draft, Outcome outcome) {
        if (outcome instanceof Outcome.Taken) {
            var _ = draft.record();
        }
        return outcome;
    }

    private Draft draft(TransactionType type, String step) {
        String source = redemption.source();
        return books.draft(
                        type,
                        new Cause.Requested(redemption.holder().community(), source + "/" + step),
                        new When(books.now(), redemption.day()))
                .note(Notes.on(source).by(who, reason));
    }

    private Account spent() {
        return Account.redeemed(currency(), books.shard());
    }

    private CurrencyId currency() {
        return redemption.currency();
    }

    private String member() {
        return redemption.holder().member();
    }

    private long price() {
        return redemption.bargain().price();
    }
}

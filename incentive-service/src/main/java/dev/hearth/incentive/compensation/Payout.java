package dev.hearth.incentive.compensation;

import dev.hearth.contract.incentive.MemberCompensated;
import dev.hearth.incentive.campaign.budget.Budgets;
import dev.hearth.incentive.campaign.budget.Transfers;
import dev.hearth.incentive.currency.CurrencyTerms;
import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.Notes;
import dev.hearth.incentive.ledger.Transaction;
import dev.hearth.incentive.ledger.TransactionType;
import dev.hearth.incentive.ledger.When;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.incentive.wallet.Wallets;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pays what was granted, and tells of it and of who was held out. */
@ApplicationScoped
class Payout {
    private final Wallets wallets;
    private final Calendar calendar;
    private final Bookkeeping books;
    private final Events events;
    private final Outbox outbox;

    Payout(Wallets wallets, Calendar calendar, Bookkeeping books, Events events, Outbox outbox) {
        this.wallets = wallets;
        this.calendar = calendar;
        this.books = books;
        this.events = events;
        this.outbox = outbox;
    }

    /** @param transfers of the budget, which go into the same books */
    Uni<Void> pay(
            SqlConnection connection,
            Compensation.Terms terms,
            Transfers transfers,
            List<MemberGrant> added,
            String who) {
        List<Holder> paid = added.stream()
                .filter(grant -> !grant.heldOut())
                .map(grant -> new Holder(terms.community(), grant.member()))
                .toList();
        return wallets.terms(connection, terms.budget().currencyId())
                .map(currency -> expiry(currency, terms, added))
                .chain(expires -> books.with(connection, paid, drafted -> {
                    transfers.draft(drafted);
                    return Uni.createFrom().item(draft(drafted, terms, added, expires, who));
                }))
                .chain(transactions -> outbox.add(
                        connection,
                        added.stream()
                                .map(grant -> event(terms, grant, transactions.get(grant.member())))
                                .toList()));
    }

    private Instant expiry(CurrencyTerms currency, Compensation.Terms terms, List<MemberGrant> added) {
        return currency.expiry().expiresAt(added.getFirst().localDate(), calendar.zone(terms.community()));
    }

    private static Map<String, Transaction> draft(
            Books drafted, Compensation.Terms terms, List<MemberGrant> added, Instant expires, String who) {
        Map<String, Transaction> transactions = new HashMap<>();
        String reference = "compensation/" + terms.id();
        for (MemberGrant grant : added) {
            if (!grant.heldOut()) {
                // The incident, not the compensation: whatever else fails, the books pay an incident once.
                Cause cause =
                        new Cause.Requested(terms.community(), "incident/" + terms.incident() + "/" + grant.member());
                Transaction transaction = drafted.draft(
                                TransactionType.GRANTED, cause, new When(grant.grantedAt(), grant.localDate()))
                        .note(Notes.on(reference).by(who, "compensation for " + terms.incident()))
                        .credit(
                                terms.budget().currencyId(),
                                grant.member(),
                                grant.points(),
                                expires,
                                Budgets.account(terms.budget(), Budgets.NO_PARTITION))
                        .record();
                transactions.put(grant.member(), transaction);
            }
        }
        return transactions;
    }

    private CloudEvent event(Compensation.Terms terms, MemberGrant grant, @Nullable Transaction transaction) {
        return events.ofMember(
                terms.community(),
                grant.member(),
                1,
                new MemberCompensated(
                        grant.member(),
                        terms.id(),
                        terms.incident(),
                        terms.campaign(),
                        grant.heldOut(),
                        terms.currency(),
                        grant.points(),
                        grant.localDate(),
                        transaction == null ? null : transaction.id().toString()));
    }
}

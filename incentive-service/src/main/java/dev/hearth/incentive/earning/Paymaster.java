package dev.hearth.incentive.earning;

import dev.hearth.incentive.campaign.budget.Transfers;
import dev.hearth.incentive.currency.Coinage;
import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.rule.Book;
import dev.hearth.incentive.wallet.pending.PendingCredits;
import dev.hearth.platform.time.Uuid7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes of what is decided the movement of points that pays it. */
@ApplicationScoped
class Paymaster {
    private final Coinage coinage;
    private final PendingCredits pending;
    private final Surroundings surroundings;
    private final Uuid7 ids;

    Paymaster(Coinage coinage, PendingCredits pending, Surroundings surroundings, Uuid7 ids) {
        this.coinage = coinage;
        this.pending = pending;
        this.surroundings = surroundings;
        this.ids = ids;
    }

    /** @param partition whose slices of budgets pay */
    Uni<Earning.Earned> pay(
            SqlConnection connection,
            int partition,
            List<Deed> deeds,
            Map<String, Book> inForce,
            Earning.Decided decided) {
        int awards = decided.settlement().awards().size();
        if (awards == 0 && decided.transfers().isEmpty()) {
            return Uni.createFrom().item(Earning.Earned.NOTHING);
        }
        return coinage.expiries(connection, currencies(decided)).map(expiries -> {
            Payment payment =
                    new Payment(new Payment.Terms(surroundings::zone, inForce, expiries, partition), deeds, ids::next);
            return new Earning.Earned(
                    awards,
                    new Movement(
                            payment.holders(decided.settlement().awards()),
                            books -> draft(connection, books, payment, decided)));
        });
    }

    private Uni<Void> draft(SqlConnection connection, Books books, Payment payment, Earning.Decided decided) {
        Transfers transfers = decided.transfers();
        if (!transfers.isEmpty()) {
            transfers.draft(books);
        }
        return pending.add(connection, payment.draft(books, decided.settlement().awards()));
    }

    private static Set<CurrencyId> currencies(Earning.Decided decided) {
        Set<CurrencyId> currencies = new HashSet<>();
        decided.settlement()
                .awards()
                .forEach(award -> currencies.add(new CurrencyId(
                        award.claim().occurrence().community(),
                        award.claim().rule().currency())));
        return currencies;
    }
}

package dev.hearth.incentive.statement;

import dev.hearth.incentive.currency.Coinage;
import dev.hearth.incentive.ledger.Audit;
import dev.hearth.incentive.ledger.Balance;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Entry;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.Statements;
import dev.hearth.incentive.ledger.TrialBalance;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks into the books of a community. */
@ApplicationScoped
class Inspection {
    private final Statements statements;
    private final Audit audit;
    private final Coinage coinage;

    Inspection(Statements statements, Audit audit, Coinage coinage) {
        this.statements = statements;
        this.audit = audit;
        this.coinage = coinage;
    }

    /** The balances of a member, by currency. */
    Uni<Page<Balance>> balancesOf(Holder holder, Paging paging) {
        int limit = paging.limit();
        return statements
                .balancesOfMember(holder.community(), holder.member(), paging.after(), limit + 1)
                .map(rows -> Page.of(rows, limit, Balance::currency));
    }

    /** The balances of all members that have a wallet of the currency, by member. */
    Uni<Page<Balance>> balancesOf(CurrencyId currency, Paging paging) {
        int limit = paging.limit();
        String after = paging.after();
        return coinage.require(currency)
                .chain(() -> statements.balancesOfCurrency(currency, after, limit + 1))
                .map(rows -> Page.of(rows, limit, Balance::member));
    }

    /** The entries of a member, newest first. */
    Uni<Page<Entry>> entriesOf(Holder holder, @Nullable String currency, Paging paging) {
        int limit = paging.limit();
        return statements
                .entries(holder.community(), holder.member(), currency, EntryCursor.place(paging.after()), limit + 1)
                .map(rows -> Page.of(rows, limit, EntryCursor::of));
    }

    /** The trial balance of every currency. */
    Uni<List<TrialBalance>> trialBalances(String community) {
        return audit.trialBalances(community);
    }
}

package dev.hearth.incentive.currency;

import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Introduces currencies. None is ever taken back: its books stay. */
@ApplicationScoped
public class Coinage {
    private final Currencies currencies;
    private final Clock clock;

    Coinage(Currencies currencies, Clock clock) {
        this.currencies = currencies;
        this.clock = clock;
    }

    /** Introduces the currency, or renames the existing one, which needs {@code ifMatch} if it changes anything. */
    Uni<Put<Currency>> introduce(CurrencyId id, String name, IfMatch ifMatch, String who) {
        CurrencyKey key = new CurrencyKey(id.community(), id.currency());
        return Panache.withTransaction(() -> put(Currency.introduce(key, name, clock.instant(), who), ifMatch));
    }

    @WithSession
    Uni<Currency> get(CurrencyId id) {
        return currencies
                .find(new CurrencyKey(id.community(), id.currency()))
                .map(found -> found.orElseThrow(() -> new ProblemException(
                        CurrencyProblem.UNKNOWN_CURRENCY,
                        "the community has no currency " + id.currency() + "; PUT it first")));
    }

    @WithSession
    Uni<Page<Currency>> page(String community, Paging paging) {
        int limit = paging.limit();
        return currencies.page(community, paging.after(), limit + 1).map(rows -> Page.of(rows, limit, Currency::id));
    }

    /** Whether the community has the currency. */
    @WithSession
    public Uni<Boolean> knows(CurrencyId id) {
        return currencies.find(new CurrencyKey(id.community(), id.currency())).map(found -> found.isPresent());
    }

    /** Fails with {@code unknown-currency} where the community does not have it. */
    @WithSession
    public Uni<Void> require(CurrencyId id) {
        return get(id).replaceWithVoid();
    }

    private Uni<Put<Currency>> put(Currency wanted, IfMatch ifMatch) {
        return currencies
                .addIfAbsent(wanted)
                .chain(added -> currencies
                        .lock(wanted.key())
                        .map(currency -> added ? new Put.Created<>(currency) : renamed(currency, wanted, ifMatch)));
    }

    private static Put<Currency> renamed(Currency currency, Currency wanted, IfMatch ifMatch) {
        long read = currency.version();
        if (currency.rename(wanted.name(), wanted.changedAt(), wanted.changedBy())) {
            ifMatch.require(read);
        }
        return new Put.Existing<>(currency);
    }
}

package dev.hearth.incentive.currency;

import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;

/** Introduces currencies, and tells what may be done with them. None is ever taken back: its books stay. */
@ApplicationScoped
public class Coinage {
    private final Currencies currencies;
    private final Pool pool;
    private final Clock clock;

    Coinage(Currencies currencies, Pool pool, Clock clock) {
        this.currencies = currencies;
        this.pool = pool;
        this.clock = clock;
    }

    /** The use case without a container. */
    public static Coinage of(Pool pool, Clock clock) {
        return new Coinage(new Currencies(), pool, clock);
    }

    /** Introduces the currency, or changes the existing one, which needs {@code ifMatch} if anything differs. */
    Uni<Put<Currency>> introduce(CurrencyId id, String name, CurrencyTerms terms, IfMatch ifMatch, String who) {
        Currency wanted = new Currency(id.community(), id.currency(), name, terms, 1, clock.instant(), who);
        return pool.withTransaction(connection -> currencies
                .addIfAbsent(connection, wanted)
                .chain(added -> currencies
                        .lock(connection, id)
                        .chain(known -> added
                                ? Uni.createFrom().item(new Put.Created<>(known))
                                : change(connection, known, wanted, ifMatch))));
    }

    Uni<Currency> get(CurrencyId id) {
        return get(pool, id);
    }

    Uni<Page<Currency>> page(String community, Paging paging) {
        int limit = paging.limit();
        return currencies
                .page(pool, community, paging.after(), limit + 1)
                .map(rows -> Page.of(rows, limit, Currency::id));
    }

    /** Whether the community has the currency. */
    public Uni<Boolean> knows(CurrencyId id) {
        return currencies.find(pool, id).map(found -> found.isPresent());
    }

    /** Whether the community has the currency, asked in a transaction of the caller's. */
    public Uni<Boolean> knows(SqlClient client, CurrencyId id) {
        return currencies.find(client, id).map(found -> found.isPresent());
    }

    /** Fails with {@code unknown-currency} where the community does not have it. */
    public Uni<Void> require(CurrencyId id) {
        return get(id).replaceWithVoid();
    }

    /** What may be done with the currency; fails with {@code unknown-currency} where the community does not have it. */
    public Uni<CurrencyTerms> terms(SqlClient client, CurrencyId id) {
        return get(client, id).map(Currency::terms);
    }

    /** When points of these currencies expire, where nothing else says so; one that is not there is left out. */
    public Uni<Map<CurrencyId, ExpiryPolicy>> expiries(SqlClient client, Collection<CurrencyId> asked) {
        return Multi.createFrom()
                .iterable(asked)
                .onItem()
                .transformToUniAndMerge(id -> currencies.find(client, id).map(found -> Map.entry(id, found)))
                .filter(found -> found.getValue().isPresent())
                .collect()
                .asMap(
                        Map.Entry::getKey,
                        found -> found.getValue().orElseThrow().terms().expiry());
    }

    private Uni<Currency> get(SqlClient client, CurrencyId id) {
        return currencies
                .find(client, id)
                .map(found -> found.orElseThrow(() -> new ProblemException(
                        CurrencyProblem.UNKNOWN_CURRENCY,
                        "the community has no currency " + id.currency() + "; PUT it first")));
    }

    private Uni<Put<Currency>> change(SqlConnection connection, Currency known, Currency wanted, IfMatch ifMatch) {
        if (known.isSame(wanted)) {
            return Uni.createFrom().item(new Put.Existing<>(known));
        }
        ifMatch.require(known.version());
        return currencies.change(connection, known.changedTo(wanted)).map(Put.Existing::new);
    }
}

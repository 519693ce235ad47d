package dev.hearth.incentive.draw;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hearth.incentive.chance.Seed;
import dev.hearth.incentive.chance.Sha256;
import dev.hearth.incentive.draw.proof.DrawId;
import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.outbox.Outbox;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Writes the terms of a draw and publishes them. */
@ApplicationScoped
class Preparation {
    private final DrawStores stores;
    private final DrawEvents events;
    private final Outbox outbox;
    private final Pool pool;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Preparation(DrawStores stores, DrawEvents events, Outbox outbox, Pool pool, Clock clock) {
        this.stores = stores;
        this.events = events;
        this.outbox = outbox;
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * Writes the terms of a draft. The same again changes nothing, a change needs If-Match; what is published stays.
     */
    Uni<Put<Draw>> write(DrawId id, DrawTerms terms, IfMatch ifMatch, String who) {
        String text = new String(ContractJson.write(terms.checked()), UTF_8);
        return pool.withTransaction(connection -> requireCurrencies(connection, id, terms)
                .chain(() -> stores.draws().add(connection, id, text, clock.instant(), who))
                .chain(added -> stores.draws()
                        .lock(connection, id)
                        .map(found -> found.orElseThrow())
                        .chain(draw -> added
                                ? Uni.createFrom().item((Put<Draw>) new Put.Created<>(draw))
                                : rewrite(connection, draw, text, ifMatch, who))));
    }

    private Uni<Put<Draw>> rewrite(SqlConnection connection, Draw draw, String text, IfMatch ifMatch, String who) {
        if (draw.text().equals(text)) {
            return Uni.createFrom().item(new Put.Existing<>(draw));
        }
        requireDraft(draw);
        ifMatch.require(draw.version());
        return stores.draws()
                .redraft(connection, draw.id(), text, clock.instant(), who)
                .chain(changed -> stores.draws().lock(connection, draw.id()))
                .map(changed -> new Put.Existing<>(changed.orElseThrow()));
    }

    /**
     * Publishes the draw: its terms are frozen, its seed is made and committed to. Once it is open this says so.
     *
     * @param version of the terms that the caller has read
     */
    Uni<Draw> open(SqlConnection connection, DrawId id, long version, String who) {
        return stores.draws()
                .lock(connection, id)
                .map(found -> found.orElseThrow(() -> unknown(id)))
                .chain(draw -> {
                    if (draw.status() != DrawStatus.DRAFT) {
                        return Uni.createFrom().item(draw);
                    }
                    if (draw.version() != version) {
                        throw Check.refused(
                                "/version", "is " + version + ", the terms have " + draw.version() + "; read them");
                    }
                    return publish(connection, draw, who);
                });
    }

    private Uni<Draw> publish(SqlConnection connection, Draw draft, String who) {
        Completeness.require(draft.terms(), clock.instant());
        Draw draw = new Draw(
                draft.id(),
                draft.version(),
                draft.status(),
                draft.terms(),
                draft.text(),
                draft.changedAt(),
                draft.changedBy(),
                new Draw.Published(
                        Sha256.ofText(draft.text()), Seed.random(random), Seed.random(random), clock.instant()),
                Draw.Ending.NONE);
        return requireCurrencies(connection, draw.id(), draw.terms())
                .chain(() -> stores.draws().open(connection, draw, who))
                .chain(opened -> stores.entries().open(connection, draw))
                .chain(() -> stores.wins().stock(connection, draw))
                .chain(() -> outbox.add(connection, List.of(events.opened(draw))))
                .chain(() -> stores.draws().find(connection, draw.id()))
                .map(opened -> opened.orElseThrow());
    }

    private Uni<Void> requireCurrencies(SqlConnection connection, DrawId id, DrawTerms terms) {
        List<String> named = new ArrayList<>();
        if (terms.currency() != null) {
            named.add(terms.currency());
        }
        if (terms.prizes() != null) {
            terms.prizes().stream()
                    .map(Prize::currency)
                    .filter(currency -> currency != null)
                    .forEach(named::add);
        }
        return stores.draws()
                .currencies(connection, id.community(), named)
                .invoke(known -> named.stream()
                        .filter(currency -> !known.contains(currency))
                        .forEach(Preparation::refuse))
                .replaceWithVoid();
    }

    private static void refuse(String currency) {
        throw Check.refused(
                "/currency", "is " + currency + ", which the community does not have; PUT the currency first");
    }

    private static void requireDraft(Draw draw) {
        if (draw.status() != DrawStatus.DRAFT) {
            throw new ProblemException(
                    DrawProblem.DRAW_PUBLISHED,
                    "it is published since " + draw.opened().openedAt()
                            + "; what changes needs a draw with another id");
        }
    }

    static ProblemException unknown(DrawId id) {
        return new ProblemException(
                DrawProblem.UNKNOWN_DRAW, "the community has no draw " + id.draw() + "; PUT it first");
    }
}

package dev.hearth.incentive.earning;

import dev.hearth.incentive.accrual.ClaimKey;
import dev.hearth.incentive.accrual.Claims;
import dev.hearth.incentive.accrual.Occurrence;
import dev.hearth.incentive.accrual.Past;
import dev.hearth.incentive.accrual.RuleBook;
import dev.hearth.incentive.accrual.Settlement;
import dev.hearth.incentive.currency.Coinage;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Ledger;
import dev.hearth.incentive.rule.Book;
import dev.hearth.incentive.rule.RuleBooks;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Earns for a batch of deeds what the rules in force say. Rules apply from when they were made on: a deed that was
 * applied before is not looked at again.
 */
@ApplicationScoped
class Earning {
    private final RuleBooks books;
    private final Memory memory;
    private final Ledger ledger;
    private final Coinage coinage;
    private final Surroundings surroundings;

    Earning(RuleBooks books, Memory memory, Ledger ledger, Coinage coinage, Surroundings surroundings) {
        this.books = books;
        this.memory = memory;
        this.ledger = ledger;
        this.coinage = coinage;
        this.surroundings = surroundings;
    }

    /**
     * What a batch earns.
     *
     * @param awards how many
     * @param movement the points that move because of it
     */
    record Earned(int awards, Movement movement) {
        static final Earned NOTHING = new Earned(0, Movement.NONE);
    }

    /** Decides, and remembers, what is paid; the points are still to move. */
    Uni<Earned> earn(SqlConnection connection, List<Deed> deeds) {
        Set<String> communities =
                deeds.stream().map(deed -> deed.occurrence().community()).collect(Collectors.toSet());
        return books.inForce(connection, communities).chain(inForce -> {
            Claims claims = claims(deeds, inForce);
            return claims.isEmpty()
                    ? memory.troubles(connection, claims.faults(), List.of()).replaceWith(Earned.NOTHING)
                    : settle(connection, claims)
                            .chain(settled -> remember(connection, claims, settled)
                                    .chain(() -> earned(connection, deeds, inForce, settled)));
        });
    }

    private Claims claims(List<Deed> deeds, Map<String, Book> inForce) {
        List<Occurrence> occurrences = deeds.stream().map(Deed::occurrence).toList();
        return Claims.of(
                occurrences,
                community -> {
                    Book book = inForce.get(community);
                    return book == null ? RuleBook.empty() : book.rules();
                },
                surroundings::earns);
    }

    private Uni<Settlement> settle(SqlConnection connection, Claims claims) {
        return Uni.combine()
                .all()
                .unis(paid(connection, claims), memory.recall(connection, claims))
                .asTuple()
                .map(known -> {
                    Memory.Recalled recalled = known.getItem2();
                    return claims.settle(new Past(
                            known.getItem1(),
                            recalled.matched(),
                            recalled.usages(),
                            recalled.progress(),
                            Map.of(),
                            Map.of()));
                });
    }

    private Uni<Set<ClaimKey>> paid(SqlConnection connection, Claims claims) {
        return ledger.answered(
                        connection,
                        claims.keys().stream()
                                .map(key -> new Ledger.Answer(key.community(), key.event(), key.rule()))
                                .toList())
                .map(answered -> {
                    Set<ClaimKey> paid = HashSet.newHashSet(answered.size());
                    answered.forEach(one -> paid.add(new ClaimKey(one.community(), one.sourceEvent(), one.rule())));
                    return paid;
                });
    }

    private Uni<Void> remember(SqlConnection connection, Claims claims, Settlement settled) {
        return memory.keep(connection, settled)
                .chain(() -> memory.troubles(connection, claims.faults(), settled.refused()));
    }

    private Uni<Earned> earned(
            SqlConnection connection, List<Deed> deeds, Map<String, Book> inForce, Settlement settled) {
        if (settled.awards().isEmpty()) {
            return Uni.createFrom().item(Earned.NOTHING);
        }
        Set<CurrencyId> currencies = new HashSet<>();
        settled.awards()
                .forEach(award -> currencies.add(new CurrencyId(
                        award.claim().occurrence().community(),
                        award.claim().rule().currency())));
        return coinage.expiries(connection, currencies)
                .map(expiries -> new Earned(
                        settled.awards().size(),
                        new Payment(surroundings::zone, deeds, inForce, expiries).of(settled.awards())));
    }
}

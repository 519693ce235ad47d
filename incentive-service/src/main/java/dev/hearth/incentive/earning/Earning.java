package dev.hearth.incentive.earning;

import dev.hearth.incentive.accrual.Claims;
import dev.hearth.incentive.accrual.Fault;
import dev.hearth.incentive.accrual.MemberKey;
import dev.hearth.incentive.accrual.Occurrence;
import dev.hearth.incentive.accrual.Past;
import dev.hearth.incentive.accrual.RuleBook;
import dev.hearth.incentive.accrual.Settlement;
import dev.hearth.incentive.campaign.budget.Budgets;
import dev.hearth.incentive.campaign.budget.Transfers;
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
    private final Ranks ranks;
    private final Funding funding;
    private final Paymaster paymaster;
    private final Surroundings surroundings;

    Earning(
            RuleBooks books,
            Memory memory,
            Ranks ranks,
            Funding funding,
            Paymaster paymaster,
            Surroundings surroundings) {
        this.books = books;
        this.memory = memory;
        this.ranks = ranks;
        this.funding = funding;
        this.paymaster = paymaster;
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

    /** The rules that these meet. */
    Uni<RulesInForce> inForce(SqlConnection connection, List<Telling> told) {
        Set<String> communities =
                told.stream().map(one -> one.event().community()).collect(Collectors.toSet());
        return books.inForce(connection, communities)
                .chain(found -> ranks.of(connection, asked(found, told))
                        .map(known -> new RulesInForce(found, known, surroundings)));
    }

    static Set<MemberKey> asked(Map<String, Book> books, List<Telling> told) {
        Set<MemberKey> asked = new HashSet<>();
        if (books.values().stream().anyMatch(Book::looksAtTiers)) {
            told.stream()
                    .filter(one -> !one.member().isEmpty())
                    .forEach(one -> asked.add(new MemberKey(one.event().community(), one.member())));
        }
        return asked;
    }

    /**
     * Decides, and remembers, what is paid; the points are still to move.
     *
     * @param partition whose slices of budgets pay
     */
    Uni<Earned> earn(SqlConnection connection, int partition, List<Deed> deeds, Map<String, Book> inForce) {
        Claims claims = claims(deeds, inForce);
        return claims.isEmpty()
                ? memory.troubles(connection, claims.faults(), List.of()).replaceWith(Earned.NOTHING)
                : settle(connection, partition, claims)
                        .chain(decided -> remember(connection, partition, claims, decided.settlement())
                                .chain(() -> paymaster.pay(connection, partition, deeds, inForce, decided)));
    }

    /** What is decided for these, and what is not: for one who only wants to know, and rolls back. */
    Uni<Trial> attempt(SqlConnection connection, List<Deed> deeds, Map<String, Book> inForce) {
        Claims claims = claims(deeds, inForce);
        return settle(connection, Budgets.NO_PARTITION, claims)
                .map(decided -> new Trial(decided.settlement(), claims.faults()));
    }

    /**
     * What is paid, before it moves.
     *
     * @param transfers what moves between the slices of budgets for it
     */
    record Decided(Settlement settlement, Transfers transfers) {}

    /**
     * What came of an attempt.
     *
     * @param faults rules that could not be evaluated
     */
    record Trial(Settlement settlement, List<Fault> faults) {}

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

    private Uni<Decided> settle(SqlConnection connection, int partition, Claims claims) {
        return memory.recall(connection, claims)
                .chain(recalled -> ranks.of(connection, claims.tiered())
                        .chain(known -> funding.escrow(connection, partition, claims.wanted())
                                .map(funded -> new Decided(
                                        claims.settle(new Past(
                                                recalled.paid(),
                                                recalled.matched(),
                                                recalled.usages(),
                                                recalled.progress(),
                                                known,
                                                funded.funds())),
                                        funded.transfers()))));
    }

    private Uni<Void> remember(SqlConnection connection, int partition, Claims claims, Settlement settled) {
        return memory.keep(connection, settled)
                .chain(() -> funding.draw(connection, partition, settled))
                .chain(() -> memory.troubles(connection, claims.faults(), settled.refused()));
    }
}

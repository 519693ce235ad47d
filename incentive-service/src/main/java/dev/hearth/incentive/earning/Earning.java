package dev.hearth.incentive.earning;

import dev.hearth.incentive.accrual.Award;
import dev.hearth.incentive.accrual.ClaimKey;
import dev.hearth.incentive.accrual.Claims;
import dev.hearth.incentive.accrual.RuleBook;
import dev.hearth.incentive.accrual.Settlement;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.Transactions;
import dev.hearth.incentive.ledger.Wallets;
import dev.hearth.incentive.rule.RuleBooks;
import dev.hearth.platform.time.Uuid7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Earns for a batch of deeds what the rules in force say. Rules apply from when they were made on: a deed that was
 * applied before is not looked at again.
 */
@ApplicationScoped
class Earning {
    private final RuleBooks books;
    private final CapUsages usages;
    private final Transactions transactions;
    private final Wallets wallets;
    private final EarningEvents events;
    private final Uuid7 ids;

    Earning(
            RuleBooks books,
            CapUsages usages,
            Transactions transactions,
            Wallets wallets,
            EarningEvents events,
            Uuid7 ids) {
        this.books = books;
        this.usages = usages;
        this.transactions = transactions;
        this.wallets = wallets;
        this.events = events;
        this.ids = ids;
    }

    /**
     * Earns, and answers how many awards were paid.
     *
     * @param connection the transaction that all of it is part of
     * @param shard the partition's number: whose issuer accounts pay
     */
    Uni<Integer> earn(SqlConnection connection, int shard, List<Deed> deeds) {
        Set<String> communities =
                deeds.stream().map(deed -> deed.occurrence().community()).collect(Collectors.toSet());
        return books.inForce(connection, communities)
                .map(inForce -> claims(deeds, inForce))
                .chain(claims -> claims.isEmpty()
                        ? Uni.createFrom().item(0)
                        : settle(connection, claims).chain(settled -> pay(connection, shard, deeds, settled)));
    }

    private static Claims claims(List<Deed> deeds, Map<String, RuleBook> inForce) {
        return Claims.of(
                deeds.stream().map(Deed::occurrence).toList(),
                community -> inForce.getOrDefault(community, RuleBook.empty()));
    }

    private Uni<Settlement> settle(SqlConnection connection, Claims claims) {
        return transactions
                .answered(
                        connection, claims.keys().stream().map(Earning::answer).toList())
                .map(answered -> answered.stream().map(Earning::key).collect(Collectors.toSet()))
                .chain(paid -> usages.lock(connection, claims.usageKeys()).map(before -> claims.settle(paid, before)));
    }

    private Uni<Integer> pay(SqlConnection connection, int shard, List<Deed> deeds, Settlement settled) {
        List<Payment> payments = payments(settled.awards(), shard);
        if (payments.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return transactions
                .record(connection, payments.stream().map(Payment::transaction).toList())
                .chain(() -> usages.save(connection, settled.usages()))
                .chain(() -> tell(connection, deeds, payments))
                .replaceWith(payments.size());
    }

    private Uni<Void> tell(SqlConnection connection, List<Deed> deeds, List<Payment> payments) {
        Map<String, Deed> byEvent = new HashMap<>();
        deeds.forEach(deed -> byEvent.putIfAbsent(deed.occurrence().event(), deed));
        Set<Holder> paid = payments.stream().map(Payment::holder).collect(Collectors.toSet());
        return wallets.balances(connection, paid)
                .chain(balances -> events.tell(connection, payments, byEvent, balances));
    }

    /** Ids in the order of the awards, also within one millisecond. */
    private List<Payment> payments(List<Award> awards, int shard) {
        List<UUID> sorted =
                Stream.generate(ids::next).limit(awards.size()).sorted().toList();
        List<Payment> payments = new ArrayList<>(awards.size());
        for (int i = 0; i < awards.size(); i++) {
            payments.add(Payment.of(awards.get(i), sorted.get(i), shard));
        }
        return payments;
    }

    private static Transactions.Answer answer(ClaimKey key) {
        return new Transactions.Answer(key.community(), key.event(), key.rule());
    }

    private static ClaimKey key(Transactions.Answer answer) {
        return new ClaimKey(answer.community(), answer.sourceEvent(), answer.rule());
    }
}

package dev.hearth.incentive.earning;

import dev.hearth.incentive.accrual.Award;
import dev.hearth.incentive.accrual.ClaimKey;
import dev.hearth.incentive.accrual.Claims;
import dev.hearth.incentive.accrual.Occurrence;
import dev.hearth.incentive.accrual.Rule;
import dev.hearth.incentive.accrual.RuleBook;
import dev.hearth.incentive.accrual.Settlement;
import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.Ledger;
import dev.hearth.incentive.ledger.Transaction;
import dev.hearth.incentive.ledger.TransactionType;
import dev.hearth.incentive.ledger.When;
import dev.hearth.incentive.rule.RuleBooks;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.incentive.wallet.Origin;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Earns for a batch of deeds what the rules in force say. Rules apply from when they were made on: a deed that was
 * applied before is not looked at again.
 */
@ApplicationScoped
class Earning {
    private final RuleBooks books;
    private final CapUsages usages;
    private final Ledger ledger;
    private final Bookkeeping bookkeeping;

    Earning(RuleBooks books, CapUsages usages, Ledger ledger, Bookkeeping bookkeeping) {
        this.books = books;
        this.usages = usages;
        this.ledger = ledger;
        this.bookkeeping = bookkeeping;
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
        return ledger.answered(
                        connection, claims.keys().stream().map(Earning::answer).toList())
                .map(answered -> answered.stream().map(Earning::key).collect(Collectors.toSet()))
                .chain(paid -> usages.lock(connection, claims.usageKeys()).map(before -> claims.settle(paid, before)));
    }

    private Uni<Integer> pay(SqlConnection connection, int shard, List<Deed> deeds, Settlement settled) {
        if (settled.awards().isEmpty()) {
            return Uni.createFrom().item(0);
        }
        Map<String, Deed> byEvent = new HashMap<>();
        deeds.forEach(deed -> byEvent.putIfAbsent(deed.occurrence().event(), deed));
        Set<Holder> paid =
                settled.awards().stream().map(Earning::holder).collect(Collectors.toCollection(LinkedHashSet::new));
        return usages.save(connection, settled.usages())
                .chain(() -> bookkeeping.with(
                        connection,
                        shard,
                        paid,
                        accounts -> draft(accounts, settled.awards()),
                        transaction -> origin(transaction, byEvent)))
                .replaceWith(settled.awards().size());
    }

    private static Uni<Void> draft(Books accounts, List<Award> awards) {
        for (Award award : awards) {
            Occurrence occurrence = award.claim().occurrence();
            Rule rule = award.claim().rule();
            CurrencyId currency = new CurrencyId(occurrence.community(), rule.currency());
            var _ = accounts.draft(
                            TransactionType.EARNED,
                            new Cause.Earned(occurrence.community(), occurrence.event(), rule.id(), rule.version()),
                            new When(occurrence.occurredAt(), occurrence.localDate()))
                    .credit(
                            currency,
                            occurrence.member(),
                            award.points(),
                            Account.NEVER,
                            Account.issuer(currency, accounts.shard()))
                    .record();
        }
        return Uni.createFrom().voidItem();
    }

    private static Optional<Origin> origin(Transaction transaction, Map<String, Deed> deeds) {
        return transaction.cause() instanceof Cause.Earned(String community, String event, String rule, int version)
                ? Optional.ofNullable(deeds.get(event))
                        .map(deed -> new Origin(deed.correlationId(), event, deed.traceparent()))
                : Optional.empty();
    }

    private static Holder holder(Award award) {
        Occurrence occurrence = award.claim().occurrence();
        return new Holder(occurrence.community(), occurrence.member());
    }

    private static Ledger.Answer answer(ClaimKey key) {
        return new Ledger.Answer(key.community(), key.event(), key.rule());
    }

    private static ClaimKey key(Ledger.Answer answer) {
        return new ClaimKey(answer.community(), answer.sourceEvent(), answer.rule());
    }
}

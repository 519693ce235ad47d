package dev.hearth.incentive.wallet;

import static java.util.stream.Collectors.toMap;

import dev.hearth.contract.incentive.BalanceState;
import dev.hearth.contract.incentive.Credited;
import dev.hearth.contract.incentive.Debited;
import dev.hearth.contract.incentive.Expired;
import dev.hearth.contract.incentive.Movement;
import dev.hearth.contract.incentive.Reserve;
import dev.hearth.contract.incentive.Reserved;
import dev.hearth.contract.incentive.Reversed;
import dev.hearth.incentive.ledger.Balance;
import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.Change;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.Transaction;
import dev.hearth.incentive.ledger.TransactionType;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.Events;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells of what was recorded: each change of a member's points, and once what the member has now. */
@ApplicationScoped
class LedgerEvents {
    private final Events events;

    LedgerEvents(Events events) {
        this.events = events;
    }

    /** The events of all that was recorded in these books. */
    List<CloudEvent> of(Books books, Function<Transaction, Optional<Origin>> origin) {
        List<CloudEvent> told = new ArrayList<>();
        Set<Holder> moved = new LinkedHashSet<>();
        for (Transaction transaction : books.recorded()) {
            @Nullable Origin from = origin.apply(transaction).orElse(null);
            transaction.changes().forEach((holder, changes) -> {
                moved.add(holder);
                changes.forEach((currency, change) -> {
                    if (!change.equals(Change.NONE)) {
                        told.add(event(books, holder, payload(transaction, holder, currency, change), from));
                    }
                });
            });
        }
        moved.forEach(holder -> told.add(event(books, holder, state(books, holder), null)));
        return told;
    }

    private CloudEvent event(Books books, Holder holder, Record payload, @Nullable Origin from) {
        CloudEvent event = events.ofMember(holder.community(), holder.member(), books.version(holder), payload);
        return from == null ? event : event.causedBy(from.correlationId(), from.causationId(), from.traceparent());
    }

    private static Record payload(Transaction transaction, Holder holder, String currency, Change change) {
        String member = holder.member();
        String id = transaction.id().toString();
        dev.hearth.contract.incentive.Cause cause = cause(transaction.cause());
        var day = transaction.when().localDate();
        Movement movement = movement(transaction, change);
        long net = change.net();
        if (transaction.type() == TransactionType.REVERSED) {
            return new Reversed(member, id, currency, net, cause, day, movement);
        }
        if (net > 0) {
            return new Credited(member, id, currency, net, cause, day, movement);
        }
        if (net == 0) {
            return new Reserved(member, id, currency, change.spendable(), cause, day, movement);
        }
        return transaction.type() == TransactionType.EXPIRED
                ? new Expired(member, id, currency, -net, cause, day, movement)
                : new Debited(member, id, currency, -net, cause, day, movement);
    }

    private static Movement movement(Transaction transaction, Change change) {
        UUID reverses = transaction.notes().reverses();
        return new Movement(
                transaction.type().name(),
                change.spendable(),
                change.held(),
                change.pending(),
                change.owed(),
                transaction.notes().reference(),
                reverses == null ? null : reverses.toString());
    }

    private static dev.hearth.contract.incentive.Cause cause(Cause cause) {
        return switch (cause) {
            case Cause.Earned earned ->
                new dev.hearth.contract.incentive.Cause(
                        earned.rule(), earned.ruleVersion(), earned.sourceEvent(), null);
            case Cause.Requested requested ->
                new dev.hearth.contract.incentive.Cause(null, null, null, requested.key());
        };
    }

    private static BalanceState state(Books books, Holder holder) {
        List<Balance> balances = books.balances(holder);
        Map<String, Reserve> reserves = balances.stream()
                .filter(balance -> balance.held() != 0 || balance.pending() != 0 || balance.owed() != 0)
                .collect(toMap(
                        Balance::currency, balance -> new Reserve(balance.held(), balance.pending(), balance.owed())));
        return new BalanceState(
                holder.community(),
                holder.member(),
                balances.stream().collect(toMap(Balance::currency, Balance::spendable)),
                books.version(holder),
                reserves.isEmpty() ? null : reserves);
    }
}

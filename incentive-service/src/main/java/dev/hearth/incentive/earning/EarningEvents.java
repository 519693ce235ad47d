package dev.hearth.incentive.earning;

import dev.hearth.contract.incentive.BalanceState;
import dev.hearth.contract.incentive.Cause;
import dev.hearth.contract.incentive.Credited;
import dev.hearth.incentive.accrual.Occurrence;
import dev.hearth.incentive.accrual.Rule;
import dev.hearth.incentive.ledger.Balance;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells the world what was earned: each credit, and once per batch what its member has now. */
@ApplicationScoped
class EarningEvents {
    private final Events events;
    private final Outbox outbox;

    EarningEvents(Events events, Outbox outbox) {
        this.events = events;
        this.outbox = outbox;
    }

    /**
     * Adds the events to the transaction that holds the wallets' locks.
     *
     * @param deeds by event id, for their traces
     * @param balances of all who are paid
     */
    Uni<Void> tell(
            SqlConnection connection,
            List<Payment> payments,
            Map<String, Deed> deeds,
            Map<Holder, List<Balance>> balances) {
        List<CloudEvent> told = new ArrayList<>(payments.size() + balances.size());
        payments.forEach(payment -> told.add(credited(
                payment,
                deeds.get(payment.award().claim().occurrence().event()),
                version(balances.getOrDefault(payment.holder(), List.of())))));
        balances.forEach((holder, all) -> told.add(events.ofMember(
                holder.community(),
                holder.member(),
                version(all),
                new BalanceState(holder.community(), holder.member(), points(all), version(all)))));
        return outbox.add(connection, told);
    }

    private CloudEvent credited(Payment payment, @Nullable Deed deed, long version) {
        Occurrence occurrence = payment.award().claim().occurrence();
        Rule rule = payment.award().claim().rule();
        Credited credited = new Credited(
                occurrence.member(),
                payment.transaction().id().toString(),
                rule.currency(),
                payment.award().points(),
                new Cause(rule.id(), rule.version(), occurrence.event(), null),
                occurrence.localDate());
        CloudEvent event = events.ofMember(occurrence.community(), occurrence.member(), version, credited);
        return deed == null ? event : causedBy(event, deed);
    }

    /** The same event in the trace of the deed that caused it. */
    private static CloudEvent causedBy(CloudEvent event, Deed deed) {
        return new CloudEvent(
                event.topic(),
                event.key(),
                event.id(),
                event.source(),
                event.type(),
                event.subject(),
                event.time(),
                event.community(),
                event.aggregateVersion(),
                deed.correlationId(),
                deed.occurrence().event(),
                deed.traceparent(),
                event.data());
    }

    private static Map<String, Long> points(List<Balance> balances) {
        return balances.stream().collect(Collectors.toMap(Balance::currency, Balance::points));
    }

    /** Every wallet's version grows, so their sum grows with every change of any of them. */
    private static long version(List<Balance> balances) {
        return balances.stream().mapToLong(Balance::version).sum();
    }
}

package dev.hearth.incentive.redemption;

import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Lot;
import dev.hearth.incentive.ledger.Outcome;
import dev.hearth.incentive.reward.Reward;
import dev.hearth.incentive.reward.Rewards;
import dev.hearth.incentive.stock.StockProblem;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.incentive.wallet.WalletProblem;
import dev.hearth.platform.outbox.Outbox;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.time.Uuid7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Begins redemptions: sets a reward aside, or pays it at once. All in one database transaction, under the member's
 * lock; whatever is in the way fails it, and nothing stays of it.
 *
 * <p>The stock is taken under the member's lock, not before it: a member's limits are counted there, and a slot of the
 * stock is locked for as short as can be. No ring can come of it, since nobody waits for a slot to take from.
 */
@ApplicationScoped
class Ordering {
    private final Buyers buyers;
    private final Rewards rewards;
    private final Bookkeeping bookkeeping;
    private final Purchases purchases;
    private final Handover handover;
    private final RedemptionEvents events;
    private final Outbox outbox;
    private final Uuid7 ids;

    Ordering(
            Buyers buyers,
            Rewards rewards,
            Bookkeeping bookkeeping,
            Purchases purchases,
            Handover handover,
            RedemptionEvents events,
            Outbox outbox,
            Uuid7 ids) {
        this.buyers = buyers;
        this.rewards = rewards;
        this.bookkeeping = bookkeeping;
        this.purchases = purchases;
        this.handover = handover;
        this.events = events;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** Places the order. */
    Uni<Redeemed> place(SqlConnection connection, Order order) {
        Buyer buyer = buyers.requireActive(order.holder());
        Uni<Wish> wish = wish(connection, order, buyer).memoize().indefinitely();
        // What is in force is asked for while the member is being locked: neither waits for the other's answer.
        return Uni.combine()
                .all()
                .unis(
                        wish,
                        bookkeeping.with(
                                connection,
                                Set.of(order.holder()),
                                books -> wish.chain(wished -> buy(connection, books, order, wished))))
                .with((wished, redeemed) -> redeemed);
    }

    /** What is wanted, by whom, as it is now. */
    private record Wish(Reward reward, Buyer buyer) {}

    private Uni<Wish> wish(SqlConnection connection, Order order, Buyer buyer) {
        return rewards.inForce(connection, order.holder().community(), order.reward())
                .chain(reward ->
                        buyers.ranked(connection, buyer, List.of(reward)).map(ranked -> new Wish(reward, ranked)));
    }

    private Uni<Redeemed> buy(SqlConnection connection, Books books, Order order, Wish wish) {
        Admissibility.check(wish.reward(), wish.buyer(), books.now());
        Redemption redemption = draft(order, wish.buyer(), wish.reward(), books);
        return take(connection, books, wish.reward(), redemption, order.who());
    }

    /** The redemption as it will be, its price drafted. */
    private Redemption draft(Order order, Buyer buyer, Reward reward, Books books) {
        Instant now = books.now();
        Stage stage = switch (order.mode()) {
            case RESERVE ->
                new Stage.Reserved(now.plus(Duration.ofMinutes(reward.terms().reservationMinutes())));
            case REDEEM ->
                Lifecycle.paid(reward.terms().fulfilsAtOnce(), reward.terms().refundDays(), now);
        };
        Redemption unpaid = new Redemption(
                ids.next(),
                order.holder(),
                Bargain.of(reward, reward.terms().price(buyer.member().tier())),
                List.of(),
                null,
                buyer.today(),
                now,
                Redemption.Times.NONE.with(stage),
                stage,
                null);
        Payment payment = new Payment(books, unpaid, order.who(), null);
        Outcome outcome = switch (order.mode()) {
            case RESERVE -> payment.hold();
            case REDEEM -> payment.pay();
        };
        return unpaid.paidFrom(lots(outcome, order.holder().member(), unpaid.bargain()));
    }

    private static List<Lot> lots(Outcome outcome, String member, Bargain bargain) {
        return switch (outcome) {
            case Outcome.Taken(List<Lot> lots) -> lots;
            case Outcome.Insufficient(long available) ->
                throw WalletProblem.insufficient(member, bargain.currency(), bargain.price(), available);
        };
    }

    private Uni<Redeemed> take(
            SqlConnection connection, Books books, Reward reward, Redemption redemption, String who) {
        // Both are sent at once: what is told does not depend on where the stock was found.
        return Uni.combine()
                .all()
                .unis(
                        purchases.take(connection, redemption, reward),
                        outbox.add(connection, events.of(books, null, redemption, null)))
                .with((taken, told) -> taken)
                .invoke(taken -> check(reward, taken))
                .call(taken -> handover.grant(connection, books, reward, redemption, who))
                .map(taken -> new Redeemed(redemption, told(redemption, taken)));
    }

    private static void check(Reward reward, Purchases.Taken taken) {
        Admissibility.checkLimits(reward, taken.used());
        if (!taken.made()) {
            throw new ProblemException(
                    StockProblem.OUT_OF_STOCK, "nothing is left of " + reward.id() + "; try again when there is more");
        }
    }

    /** The member is told the code when it is paid. */
    private static Optional<String> told(Redemption redemption, Purchases.Taken taken) {
        return redemption.stage() instanceof Stage.Fulfilled ? Optional.ofNullable(taken.code()) : Optional.empty();
    }
}

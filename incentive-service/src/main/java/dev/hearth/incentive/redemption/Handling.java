package dev.hearth.incentive.redemption;

import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.privilege.Granting;
import dev.hearth.incentive.privilege.Privilege;
import dev.hearth.incentive.reward.Reward;
import dev.hearth.incentive.reward.Rewards;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.platform.outbox.Outbox;
import dev.hearth.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Carries redemptions on: confirm, fulfil, cancel, refund. Each act is one database transaction. */
@ApplicationScoped
class Handling {
    private final Redemptions redemptions;
    private final Rewards rewards;
    private final Bookkeeping bookkeeping;
    private final Handover handover;
    private final Granting granting;
    private final RedemptionEvents events;
    private final Outbox outbox;

    Handling(
            Redemptions redemptions,
            Rewards rewards,
            Bookkeeping bookkeeping,
            Handover handover,
            Granting granting,
            RedemptionEvents events,
            Outbox outbox) {
        this.redemptions = redemptions;
        this.rewards = rewards;
        this.bookkeeping = bookkeeping;
        this.handover = handover;
        this.granting = granting;
        this.events = events;
        this.outbox = outbox;
    }

    /** Pays what is reserved. */
    Uni<Redeemed> confirm(SqlConnection connection, Request request) {
        return act(
                connection,
                request,
                reward -> new Act.Confirm(
                        reward.terms().fulfilsAtOnce(), reward.terms().refundDays()));
    }

    /** Writes down that it was handed over. */
    Uni<Redeemed> fulfil(SqlConnection connection, Request request) {
        return act(connection, request, reward -> new Act.Fulfil(reward.terms().refundDays()));
    }

    /** Gives up what is reserved. */
    Uni<Redeemed> cancel(SqlConnection connection, Request request) {
        return act(connection, request, reward -> new Act.Cancel());
    }

    /** Takes back what is paid. */
    Uni<Redeemed> refund(SqlConnection connection, Request request) {
        return act(connection, request, reward -> new Act.Refund());
    }

    /** A locked redemption with the version of the reward that it goes by, and what it has granted so far. */
    private record Opened(Redemption redemption, Reward reward, List<Privilege> granted) {}

    private Uni<Redeemed> act(SqlConnection connection, Request request, Function<Reward, Act> act) {
        return open(connection, request)
                .chain(opened -> bookkeeping.with(
                        connection,
                        Set.of(opened.redemption().holder()),
                        books -> turn(connection, books, opened, request, act.apply(opened.reward()))));
    }

    private Uni<Opened> open(SqlConnection connection, Request request) {
        return redemptions
                .lock(connection, request.community(), request.redemption())
                .map(found -> request.require(found))
                .chain(redemption -> rewards.version(
                                connection,
                                request.community(),
                                redemption.bargain().reward(),
                                redemption.bargain().version())
                        .chain(reward -> granting.lockActiveOf(connection, request.community(), redemption.source())
                                .map(granted -> new Opened(redemption, reward, granted))));
    }

    private Uni<Redeemed> turn(SqlConnection connection, Books books, Opened opened, Request request, Act act) {
        return switch (Lifecycle.turn(opened.redemption().stage(), act, books.now())) {
            case Turn.Refused(RedemptionProblem problem, String detail) -> throw new ProblemException(problem, detail);
            case Turn.Taken taken -> take(connection, books, opened, request, taken);
        };
    }

    private Uni<Redeemed> take(
            SqlConnection connection, Books books, Opened opened, Request request, Turn.Taken taken) {
        Redemption before = opened.redemption();
        Redemption after = before.at(taken.next(), request.reference());
        new Payment(books, before, request.who(), request.reason()).settle(taken.points());
        return redemptions
                .save(connection, after)
                .chain(() -> outbox.add(connection, events.of(books, before.stage(), after, request.reason())))
                .chain(() -> follow(connection, books, opened, request, taken, after))
                .map(code -> new Redeemed(after, code));
    }

    /** What else follows from the step: something is given, or comes back. */
    private Uni<Optional<String>> follow(
            SqlConnection connection, Books books, Opened opened, Request request, Turn.Taken taken, Redemption after) {
        return switch (taken.next()) {
            case Stage.Reserved reserved -> Uni.createFrom().item(Optional.empty());
            case Stage.Confirmed confirmed -> Uni.createFrom().item(Optional.empty());
            case Stage.Fulfilled fulfilled -> handover.give(connection, books, opened.reward(), after, request.who());
            case Stage.Ended ended ->
                granting.revoke(connection, books, opened.granted(), request.who(), request.reason())
                        .chain(() -> taken.givesBack()
                                ? handover.putBack(connection, request.community(), List.of(after))
                                : Uni.createFrom().voidItem())
                        .replaceWith(Optional.empty());
        };
    }
}

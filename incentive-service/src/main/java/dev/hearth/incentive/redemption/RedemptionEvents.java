package dev.hearth.incentive.redemption;

import dev.hearth.contract.incentive.RedemptionCancelled;
import dev.hearth.contract.incentive.RewardFulfilled;
import dev.hearth.contract.incentive.RewardRedeemed;
import dev.hearth.contract.incentive.RewardReserved;
import dev.hearth.incentive.ledger.Books;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.state.Communities;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells of redemptions. Codes are not told: they are the member's. */
@ApplicationScoped
class RedemptionEvents {
    private final Events events;
    private final Communities communities;

    RedemptionEvents(Events events, Communities communities) {
        this.events = events;
        this.communities = communities;
    }

    /** What happened between two stages of a redemption. */
    List<CloudEvent> of(Books books, @Nullable Stage before, Redemption now, @Nullable String reason) {
        List<Record> told = new ArrayList<>(2);
        switch (now.stage()) {
            case Stage.Reserved reserved -> told.add(reserved(now, reserved));
            case Stage.Confirmed confirmed -> told.add(redeemed(now));
            case Stage.Fulfilled fulfilled -> {
                if (!(before instanceof Stage.Confirmed)) {
                    told.add(redeemed(now));
                }
                told.add(fulfilled(now));
            }
            case Stage.Ended ended -> told.add(cancelled(now, ended, reason));
        }
        return told.stream()
                .map(payload -> events.ofMember(
                        now.holder().community(), now.holder().member(), books.version(now.holder()), payload))
                .toList();
    }

    private static RewardReserved reserved(Redemption redemption, Stage.Reserved reserved) {
        Bargain bargain = redemption.bargain();
        return new RewardReserved(
                redemption.holder().member(),
                redemption.id().toString(),
                bargain.reward(),
                bargain.version(),
                bargain.currency(),
                bargain.price(),
                reserved.until());
    }

    private RewardRedeemed redeemed(Redemption redemption) {
        Bargain bargain = redemption.bargain();
        Instant paidAt = Objects.requireNonNull(redemption.times().confirmedAt(), "it is confirmed");
        return new RewardRedeemed(
                redemption.holder().member(),
                redemption.id().toString(),
                bargain.reward(),
                bargain.version(),
                bargain.type(),
                bargain.currency(),
                bargain.price(),
                bargain.partner(),
                bargain.cost(),
                LocalDate.ofInstant(paidAt, communities.zone(redemption.holder().community(), null)));
    }

    private static RewardFulfilled fulfilled(Redemption redemption) {
        return new RewardFulfilled(
                redemption.holder().member(),
                redemption.id().toString(),
                redemption.bargain().reward(),
                redemption.bargain().type(),
                redemption.reference());
    }

    private static RedemptionCancelled cancelled(Redemption redemption, Stage.Ended ended, @Nullable String reason) {
        Bargain bargain = redemption.bargain();
        return new RedemptionCancelled(
                redemption.holder().member(),
                redemption.id().toString(),
                bargain.reward(),
                ended.cause(),
                bargain.currency(),
                bargain.price(),
                bargain.partner(),
                bargain.cost(),
                reason);
    }
}

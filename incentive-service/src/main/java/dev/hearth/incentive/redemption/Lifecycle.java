package dev.hearth.incentive.redemption;

import dev.hearth.contract.incentive.CancellationCause;
import dev.hearth.incentive.redemption.Turn.Points;
import dev.hearth.incentive.redemption.Turn.Refused;
import dev.hearth.incentive.redemption.Turn.Taken;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state machine of redemptions. Pure; the database allows the same steps and no other.
 *
 * <pre>
 * RESERVED → CONFIRMED → FULFILLED → REFUNDED
 *    │            └──→ CANCELLED
 *    ├──→ FULFILLED (what is the member's as soon as it is paid)
 *    └──→ CANCELLED, TIMED_OUT
 * </pre>
 */
final class Lifecycle {
    private Lifecycle() {}

    /** What comes of {@code act} at {@code now}. */
    static Turn turn(Stage stage, Act act, Instant now) {
        return switch (stage) {
            case Stage.Reserved reserved -> ofReserved(reserved, act, now);
            case Stage.Confirmed confirmed -> ofConfirmed(confirmed, act, now);
            case Stage.Fulfilled fulfilled -> ofFulfilled(fulfilled, act, now);
            case Stage.Ended ended -> wrong(ended, "it is over; make a new one");
        };
    }

    /** Where a redemption stands that is paid now. */
    static Stage paid(boolean fulfils, @Nullable Integer refundDays, Instant now) {
        return fulfils ? fulfilled(refundDays, now) : new Stage.Confirmed(now);
    }

    private static Turn ofReserved(Stage.Reserved reserved, Act act, Instant now) {
        boolean lapsed = !now.isBefore(reserved.until());
        return switch (act) {
            case Act.Confirm(boolean fulfils, Integer refundDays) ->
                lapsed
                        ? new Refused(
                                RedemptionProblem.RESERVATION_EXPIRED,
                                "it lasted until " + reserved.until() + "; make a new one")
                        : new Taken(paid(fulfils, refundDays, now), Points.CAPTURED, false);
            case Act.Cancel() -> new Taken(new Stage.Ended(CancellationCause.CANCELLED, now), Points.RELEASED, true);
            case Act.TimeOut() ->
                lapsed
                        ? new Taken(new Stage.Ended(CancellationCause.TIMED_OUT, now), Points.RELEASED, true)
                        : wrong(reserved, "it lasts until " + reserved.until());
            case Act.Fulfil(Integer days) -> wrong(reserved, "confirm it first");
            case Act.Refund() -> wrong(reserved, "nothing is paid yet: cancel it");
        };
    }

    private static Turn ofConfirmed(Stage.Confirmed confirmed, Act act, Instant now) {
        return switch (act) {
            case Act.Fulfil(Integer refundDays) -> new Taken(fulfilled(refundDays, now), Points.STAY, false);
            case Act.Refund() -> new Taken(new Stage.Ended(CancellationCause.CANCELLED, now), Points.REFUNDED, true);
            case Act.Confirm confirm -> wrong(confirmed, "it was confirmed at " + confirmed.at());
            case Act.Cancel() -> wrong(confirmed, "it is paid: refund it");
            case Act.TimeOut() -> wrong(confirmed, "it is paid");
        };
    }

    private static Turn ofFulfilled(Stage.Fulfilled fulfilled, Act act, Instant now) {
        return switch (act) {
            case Act.Refund() -> refund(fulfilled, now);
            case Act.Confirm confirm -> wrong(fulfilled, "it was fulfilled at " + fulfilled.at());
            case Act.Fulfil fulfil -> wrong(fulfilled, "it was fulfilled at " + fulfilled.at());
            case Act.Cancel() -> wrong(fulfilled, "it is fulfilled: refund it");
            case Act.TimeOut() -> wrong(fulfilled, "it is fulfilled");
        };
    }

    /** What was handed over does not come back to the stock by itself. */
    private static Turn refund(Stage.Fulfilled fulfilled, Instant now) {
        Instant until = fulfilled.refundableUntil();
        if (until == null) {
            return new Refused(RedemptionProblem.NOT_REFUNDABLE, "the reward is not given back once it is fulfilled");
        }
        return now.isAfter(until)
                ? new Refused(RedemptionProblem.NOT_REFUNDABLE, "it could be refunded until " + until)
                : new Taken(new Stage.Ended(CancellationCause.REFUNDED, now), Points.REFUNDED, false);
    }

    private static Stage fulfilled(@Nullable Integer refundDays, Instant now) {
        return new Stage.Fulfilled(now, refundDays == null ? null : now.plus(Duration.ofDays(refundDays)));
    }

    private static Turn wrong(Stage stage, String remedy) {
        return new Refused(RedemptionProblem.WRONG_STATE, "it is " + stage.state() + ": " + remedy);
    }
}

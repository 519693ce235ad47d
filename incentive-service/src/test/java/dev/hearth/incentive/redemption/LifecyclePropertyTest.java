package dev.hearth.incentive.redemption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.contract.incentive.CancellationCause;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Any acts in any order at any time: points and stock are never lost or made, and only the steps of the picture are
 * taken.
 */
class LifecyclePropertyTest {
    private static final Instant START = Instant.parse("2026-02-17T12:00:00Z");
    private static final Instant UNTIL = START.plus(Duration.ofMinutes(15));
    private static final Map<Stage.State, Set<Stage.State>> STEPS = Map.of(
            Stage.State.RESERVED,
            EnumSet.of(Stage.State.CONFIRMED, Stage.State.FULFILLED, Stage.State.CANCELLED, Stage.State.TIMED_OUT),
            Stage.State.CONFIRMED,
            EnumSet.of(Stage.State.FULFILLED, Stage.State.CANCELLED),
            Stage.State.FULFILLED,
            EnumSet.of(Stage.State.REFUNDED),
            Stage.State.CANCELLED,
            EnumSet.noneOf(Stage.State.class),
            Stage.State.TIMED_OUT,
            EnumSet.noneOf(Stage.State.class),
            Stage.State.REFUNDED,
            EnumSet.noneOf(Stage.State.class));

    /** An act, so many minutes after the one before. */
    record Move(Act act, int minutes) {}

    @Provide
    Arbitrary<List<Move>> histories() {
        Arbitrary<@Nullable Integer> days =
                Arbitraries.integers().between(1, 30).injectNull(0.3);
        Arbitrary<Act> acts = Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of(true, false), days).as(Act.Confirm::new),
                days.map(Act.Fulfil::new),
                Arbitraries.of(new Act.Cancel(), new Act.TimeOut(), new Act.Refund()));
        Arbitrary<Integer> minutes = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 20), Arbitraries.integers().between(0, 100_000));
        return Combinators.combine(acts, minutes).as(Move::new).list().ofMaxSize(8);
    }

    @Property(tries = 20_000)
    void keepsPointsAndStockWhateverIsDone(@ForAll("histories") List<Move> moves) {
        Stage stage = new Stage.Reserved(UNTIL);
        Instant now = START;
        int held = 1;
        int spent = 0;
        int out = 1;
        for (Move move : moves) {
            now = now.plus(Duration.ofMinutes(move.minutes()));
            switch (Lifecycle.turn(stage, move.act(), now)) {
                case Turn.Refused refused -> assertThat(refused.detail()).isNotBlank();
                case Turn.Taken taken -> {
                    assertThat(STEPS.get(stage.state())).contains(taken.next().state());
                    assertInTime(stage, taken.next(), now);
                    held -= switch (taken.points()) {
                        case CAPTURED, RELEASED -> 1;
                        case STAY, REFUNDED -> 0;
                    };
                    spent += switch (taken.points()) {
                        case CAPTURED -> 1;
                        case REFUNDED -> -1;
                        case STAY, RELEASED -> 0;
                    };
                    out -= taken.givesBack() ? 1 : 0;
                    stage = taken.next();
                }
            }
            assertThat(held).as("held in %s", stage).isEqualTo(stage instanceof Stage.Reserved ? 1 : 0);
            assertThat(spent).as("spent in %s", stage).isEqualTo(isPaid(stage) ? 1 : 0);
            assertThat(out).as("out of stock in %s", stage).isEqualTo(isOut(stage) ? 1 : 0);
        }
    }

    @Test
    void isConfirmedBeforeItsEndAndNotAtIt() {
        Act confirm = new Act.Confirm(false, null);
        Stage reserved = new Stage.Reserved(UNTIL);

        assertThat(Lifecycle.turn(reserved, confirm, UNTIL.minusNanos(1_000))).isInstanceOf(Turn.Taken.class);
        assertThat(Lifecycle.turn(reserved, confirm, UNTIL))
                .isInstanceOfSatisfying(
                        Turn.Refused.class,
                        refused -> assertThat(refused.problem()).isEqualTo(RedemptionProblem.RESERVATION_EXPIRED));
        assertThat(Lifecycle.turn(reserved, new Act.TimeOut(), UNTIL.minusNanos(1_000)))
                .isInstanceOf(Turn.Refused.class);
        assertThat(Lifecycle.turn(reserved, new Act.TimeOut(), UNTIL))
                .isEqualTo(new Turn.Taken(
                        new Stage.Ended(CancellationCause.TIMED_OUT, UNTIL), Turn.Points.RELEASED, true));
    }

    @Test
    void isRefundedUpToItsLastMomentAndNeverWhereThatIsNotAllowed() {
        Stage fulfilled = Lifecycle.paid(true, 7, START);
        Instant last = START.plus(Duration.ofDays(7));

        assertThat(Lifecycle.turn(fulfilled, new Act.Refund(), last)).isInstanceOf(Turn.Taken.class);
        assertThat(Lifecycle.turn(fulfilled, new Act.Refund(), last.plusNanos(1_000)))
                .isInstanceOf(Turn.Refused.class);
        assertThat(Lifecycle.turn(Lifecycle.paid(true, null, START), new Act.Refund(), START))
                .isInstanceOfSatisfying(
                        Turn.Refused.class,
                        refused -> assertThat(refused.problem()).isEqualTo(RedemptionProblem.NOT_REFUNDABLE));
    }

    private static void assertInTime(Stage before, Stage next, Instant now) {
        if (before instanceof Stage.Reserved(Instant until)) {
            boolean lapsed = !now.isBefore(until);
            assertThat(next.state())
                    .isIn(
                            lapsed
                                    ? EnumSet.of(Stage.State.TIMED_OUT, Stage.State.CANCELLED)
                                    : EnumSet.of(Stage.State.CONFIRMED, Stage.State.FULFILLED, Stage.State.CANCELLED));
        }
    }

    private static boolean isPaid(Stage stage) {
        return stage instanceof Stage.Confirmed || stage instanceof Stage.Fulfilled;
    }

    /** What was fulfilled and then refunded does not come back to the stock by itself. */
    private static boolean isOut(Stage stage) {
        return !(stage instanceof Stage.Ended ended) || ended.cause() == CancellationCause.REFUNDED;
    }
}

package dev.hearth.incentive.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArrivalOrderTest {
    private static final Cap BY_MONTH = Cap.ofRule("x", Cap.Unit.POINTS, 5, Cap.Scope.MEMBER, Cap.Window.MONTH);
    private static final List<Share> HALVES =
            List.of(new Share(Share.Beneficiary.ACTOR, 50), new Share(Share.Beneficiary.TARGET, 50));

    @Test
    void doubtsNothingThatAMembersOwnPartitionDecides() {
        assertThat(ArrivalOrder.doubts(List.of(
                        rule("first", pay(Share.ALL_FOR_THE_ACTOR, null), first(), "message.posted"),
                        rule("x", pay(Share.ALL_FOR_THE_ACTOR, null), Pace.FREE, "message.posted", BY_MONTH))))
                .isEmpty();
    }

    @Test
    void doubtsFirstTimesOverSeveralTopics() {
        assertThat(ArrivalOrder.doubts(
                        List.of(rule("x", pay(Share.ALL_FOR_THE_ACTOR, null), first(), "member.joined"))))
                .containsExactly("x: its pace counts events as they arrive");
    }

    @Test
    void doubtsACapOverMoreThanADayThatSeveralActorsFill() {
        assertThat(ArrivalOrder.doubts(List.of(rule("x", pay(HALVES, null), Pace.FREE, "answer.accepted", BY_MONTH))))
                .singleElement()
                .asString()
                .startsWith("x: the cap rule/x over more than a day");
    }

    @Test
    void doubtsACapThatIsSharedWithARuleOfAnotherTopic() {
        Cap shared = Cap.shared("weekly", Cap.Unit.POINTS, 5, Cap.Scope.MEMBER, Cap.Window.WEEK);
        Rule own = rule("x", pay(Share.ALL_FOR_THE_ACTOR, null), Pace.FREE, "message.posted", shared);
        Rule other = rule("y", pay(Share.ALL_FOR_THE_ACTOR, null), Pace.FREE, "signal.seen", shared);

        assertThat(ArrivalOrder.doubts(List.of(own))).isEmpty();
        assertThat(ArrivalOrder.doubts(List.of(own, other))).hasSize(2);
    }

    @Test
    void doubtsWhatMembersRaceFor() {
        Cap all = Cap.ofRule("x", Cap.Unit.POINTS, 5, Cap.Scope.COMMUNITY, Cap.Window.DAY);

        assertThat(ArrivalOrder.doubts(
                        List.of(rule("x", pay(Share.ALL_FOR_THE_ACTOR, null), Pace.FREE, "message.posted", all))))
                .containsExactly("x: the cap rule/x of the COMMUNITY goes to who comes first");
        assertThat(ArrivalOrder.doubts(
                        List.of(rule("x", pay(Share.ALL_FOR_THE_ACTOR, "spring"), Pace.FREE, "message.posted"))))
                .containsExactly("x: its budget pays who comes first");
    }

    private static Pace first() {
        return new Pace(null, new Pace.Nth(1, false));
    }

    private static Pay pay(List<Share> shares, @Nullable String budget) {
        Pay plain = Pay.of("points", new Rate.Fixed(2));
        return new Pay("points", plain.rate(), shares, plain.multipliers(), false, plain.rounding(), budget);
    }

    private static Rule rule(String id, Pay pay, Pace pace, String kind, Cap... caps) {
        return new Rule(
                id,
                1,
                new Trigger(Set.of(kind), new Span(null, null), List.of(), null),
                pay,
                List.of(caps),
                pace,
                Stacking.FREE);
    }
}

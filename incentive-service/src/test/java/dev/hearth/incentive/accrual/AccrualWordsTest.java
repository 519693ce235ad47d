package dev.hearth.incentive.accrual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The small values of rules: their bounds, what they say, and what must be looked up for them. */
class AccrualWordsTest {
    private static final LocalDate TUESDAY = LocalDate.parse("2026-02-17");
    private static final Instant NOON = Instant.parse("2026-02-17T12:00:00Z");
    private static final Rate FIVE = new Rate.Fixed(5);
    private static final Share.Beneficiary ACTOR = Share.Beneficiary.ACTOR;
    private static final Share.Beneficiary TARGET = Share.Beneficiary.TARGET;

    @Test
    void paysOrTakesOneToAMillionAtOnce() {
        assertThat(new Rate.Fixed(1_000_000).points()).isEqualTo(1_000_000);
        assertThat(new Rate.Fixed(-1_000_000).points()).isEqualTo(-1_000_000);
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate.Fixed(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate.Fixed(1_000_001));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate.Fixed(-1_000_001));
    }

    @Test
    void paysInProportionToTheEventsValue() {
        Rate rate = new Rate.PerUnit(3, 2, Rounding.DOWN);

        assertThat(rate.of(event(5L))).isEqualTo(new Reading.Value(7));
        assertThat(rate.of(event(-5L))).isEqualTo(new Reading.Value(-7));
        assertThat(rate.of(event(null))).isEqualTo(new Reading.Fault("the event has no value"));
        assertThat(rate.of(event(Long.MAX_VALUE))).isEqualTo(new Reading.Fault("the event's value is too large"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate.PerUnit(0, 1, Rounding.DOWN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate.PerUnit(1_000_001, 1, Rounding.DOWN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate.PerUnit(1, 0, Rounding.DOWN));
        assertThat(new Rate.PerUnit(1_000_000, 1, Rounding.DOWN).points()).isEqualTo(1_000_000);
    }

    @Test
    void computesNoMoreThanAMillionEitherWay() {
        assertThat(computed(1_000_000)).isEqualTo(new Reading.Value(1_000_000));
        assertThat(computed(-1_000_000)).isEqualTo(new Reading.Value(-1_000_000));
        assertThat(computed(1_000_001)).isInstanceOf(Reading.Fault.class);
        assertThat(computed(-1_000_001)).isInstanceOf(Reading.Fault.class);
    }

    @Test
    void roundsDebitsLikeCredits() {
        assertThat(Rounding.DOWN.divide(-7, 2)).isEqualTo(-3);
        assertThat(Rounding.UP.divide(-7, 2)).isEqualTo(-4);
        assertThat(Rounding.HALF_UP.divide(7, 2)).isEqualTo(4);
        assertThat(Rounding.HALF_UP.divide(4, 3)).isEqualTo(1);
        assertThat(Rounding.HALF_UP.divide(5, 3)).isEqualTo(2);
    }

    @Test
    void sharesAHundredPercentToThePoint() {
        List<Share> shares = List.of(new Share(ACTOR, 70), new Share(TARGET, 30));

        assertThat(Share.split(5, shares)).containsExactly(4, 1);
        assertThat(Share.split(-9, shares)).containsExactly(-6, -3);
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(ACTOR, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(ACTOR, 101));
        assertThatIllegalArgumentException().isThrownBy(() -> pay(List.of(new Share(ACTOR, 99)), Map.of(), false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pay(List.of(new Share(ACTOR, 50), new Share(ACTOR, 50)), Map.of(), false));
    }

    @Test
    void multipliesCreditsByTheRulesTiersBeforeTheTiersOwn() {
        Pay pay = pay(Share.ALL_FOR_THE_ACTOR, Map.of("gold", 150), true);

        assertThat(pay.multiplied(10, new Rank("gold", 3_000))).isEqualTo(15);
        assertThat(pay.multiplied(10, new Rank("silver", 1_200))).isEqualTo(12);
        assertThat(pay.multiplied(10, null)).isEqualTo(10);
        assertThat(pay.multiplied(-10, new Rank("gold", 3_000))).isEqualTo(-10);
        assertThat(pay.mostPermille()).isEqualTo(100_000);
        assertThat(pay(Share.ALL_FOR_THE_ACTOR, Map.of("gold", 150), false).mostPermille())
                .isEqualTo(1_500);
        assertThat(Pay.of("points", FIVE).mostPermille()).isEqualTo(1_000);
    }

    @Test
    void countsDaysWeeksFromMondayMonthsAndAllTime() {
        assertThat(Cap.Window.DAY.start(TUESDAY)).isEqualTo(TUESDAY);
        assertThat(Cap.Window.WEEK.start(TUESDAY)).isEqualTo("2026-02-16");
        assertThat(Cap.Window.MONTH.start(TUESDAY)).isEqualTo("2026-02-01");
        assertThat(Cap.Window.TOTAL.start(TUESDAY)).isEqualTo("1970-01-01");
    }

    @Test
    void limitsToOneToABillion() {
        assertThat(Cap.shared("a", Cap.Unit.POINTS, 1).limit()).isEqualTo(1);
        assertThat(Cap.shared("a", Cap.Unit.POINTS, 1_000_000_000).limit()).isEqualTo(1_000_000_000);
        assertThatIllegalArgumentException().isThrownBy(() -> Cap.shared("a", Cap.Unit.POINTS, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Cap.shared("a", Cap.Unit.POINTS, 1_000_000_001));
        assertThatIllegalArgumentException().isThrownBy(() -> new Usage(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Usage(0, -1));
    }

    @Test
    void pacesByMoreThanNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pace(Duration.ZERO, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pace(Duration.ofSeconds(-1), null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pace.Nth(0, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pace.Streak(2, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pace.Streak(201, 1));
        assertThat(new Pace.Streak(200, 1).days()).isEqualTo(200);
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(NOON, NOON));
    }

    @Test
    void breaksARowWhereMoreDaysAreMissingThanTheGrace() {
        Progress progress =
                Progress.NONE.counting(TUESDAY).counting(TUESDAY.plusDays(2)).counting(TUESDAY.plusDays(3));

        assertThat(progress.matches()).isEqualTo(3);
        assertThat(progress.streak(TUESDAY.plusDays(3), 0)).isEqualTo(2);
        assertThat(progress.streak(TUESDAY.plusDays(3), 1)).isEqualTo(3);
        assertThat(progress.streak(TUESDAY, 1)).isEqualTo(1);
        assertThat(progress.streak(TUESDAY.plusDays(9), 0)).isZero();
    }

    @Test
    void remembersTheLatestPaymentAndTheLast400Days() {
        Progress progress = Progress.NONE;
        for (int day = 0; day <= 400; day++) {
            progress = progress.counting(TUESDAY.plusDays(day));
        }

        assertThat(progress.days()).hasSize(400).doesNotContain(TUESDAY).contains(TUESDAY.plusDays(1));
        assertThat(Progress.NONE.paying(NOON).paying(NOON.minusSeconds(1)).paidAt())
                .isEqualTo(NOON);
        assertThat(Progress.NONE.paying(NOON).paying(NOON.plusSeconds(1)).paidAt())
                .isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void asksForTiersBudgetsAndProgressOnlyWhereARuleLooksAtThem() {
        Pay rich =
                new Pay("points", FIVE, Share.ALL_FOR_THE_ACTOR, Map.of("gold", 150), false, Rounding.DOWN, "spring");
        Claims plain = claims(Pay.of("points", FIVE), Pace.FREE);
        Claims all = claims(rich, new Pace(Duration.ofHours(1), null));

        assertThat(plain.isEmpty()).isFalse();
        assertThat(plain.tiered()).isEmpty();
        assertThat(plain.wanted()).isEmpty();
        assertThat(plain.matchKeys()).isEmpty();
        assertThat(plain.progressKeys()).isEmpty();
        assertThat(all.tiered()).containsExactly(new MemberKey("acme", "ada"));
        assertThat(all.wanted()).isEqualTo(Map.of(new BudgetKey("acme", "spring", "points"), 8L));
        assertThat(all.matchKeys()).containsExactly(new ClaimKey("acme", "e", "r"));
        assertThat(all.progressKeys()).containsExactly(new ProgressKey("acme", "r", "ada"));
    }

    @Test
    void saysWhyTheOrderOfEventsMatters() {
        Pay pay = new Pay("points", FIVE, Share.ALL_FOR_THE_ACTOR, Map.of(), true, Rounding.DOWN, "spring");
        Cap ofAll = Cap.shared("a", Cap.Unit.TIMES, 1, Cap.Scope.COMMUNITY, Cap.Window.DAY);
        Rule rule = rule(pay, new Pace(Duration.ofHours(1), null), List.of(ofAll), new Stacking("one", 0));
        Rule plain = rule(Pay.of("points", FIVE), Pace.FREE, List.of(), Stacking.FREE);

        assertThat(CapOrder.reasons(plain, List.of(plain))).isEmpty();
        assertThat(CapOrder.reasons(rule, List.of(rule)))
                .containsExactly(
                        "it multiplies by the tier that a member has when the event arrives",
                        "its budget pays who comes first",
                        "its pace counts events as they arrive",
                        "of its exclusive group, the first rule that caps and budgets leave something pays",
                        "the cap cap/a of the COMMUNITY goes to who comes first",
                        "the cap in TIMES cap/a lets the first events through, whatever they are worth");
    }

    private static Reading computed(long points) {
        return new Rate.Computed(occurrence -> new Reading.Value(points)).of(event(null));
    }

    private static Claims claims(Pay pay, Pace pace) {
        Rule rule = rule(pay, pace, List.of(), Stacking.FREE);
        return Claims.of(List.of(event(null)), community -> new RuleBook(List.of(rule)));
    }

    private static Rule rule(Pay pay, Pace pace, List<Cap> caps, Stacking stacking) {
        return new Rule("r", 1, Trigger.of(Set.of("bought")), pay, caps, pace, stacking);
    }

    private static Pay pay(List<Share> shares, Map<String, Integer> multipliers, boolean byTier) {
        return new Pay("points", FIVE, shares, multipliers, byTier, Rounding.DOWN, null);
    }

    private static Occurrence event(@Nullable Long value) {
        return new Occurrence("acme", "e", "bought", "ada", NOON, TUESDAY, Occurrence.Place.NOWHERE, value, null);
    }
}

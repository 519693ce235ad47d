package dev.hearth.incentive.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.incentive.standing.QualifyingPeriod.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules by example, as one would tell them to a member. */
class TimelineTest {
    private static final List<Tier> TIERS = List.of(
            new Tier("silver", "Silver", 100, 50, 1_000, List.of()),
            new Tier("gold", "Gold", 500, 250, 1_500, List.of("lounge")));

    @Test
    void aTierIsReachedOnTheDayItsPointsAreEarnedAndKeptUntilItsPeriodIsClosed() {
        Timeline timeline = timeline(Kind.YEAR, null, Downgrade.TO_EARNED, 0, Map.of("2025-03-10", 600L));

        assertThat(timeline.changes())
                .containsExactly(
                        change("2025-03-10", 2, Change.Why.EARNED),
                        // 2025 was kept by what was earned in it; 2026 brought nothing
                        change("2027-01-01", 0, Change.Why.NOT_KEPT));
    }

    @Test
    void halfOfItKeepsTheTierAndWhatIsEarnedInTheGraceCounts() {
        Map<String, Long> earned = Map.of("2025-03-10", 600L, "2026-11-11", 200L, "2027-01-20", 50L);

        assertThat(timeline(Kind.YEAR, null, Downgrade.TO_EARNED, 30, earned)
                        .on(LocalDate.parse("2027-06-01"))
                        .level())
                .isEqualTo(2);
        assertThat(timeline(Kind.YEAR, null, Downgrade.TO_EARNED, 0, earned).changes())
                .contains(change("2027-01-01", 1, Change.Why.NOT_KEPT));
    }

    @Test
    void fallsOneLevelAPeriodWhereTheSchemeSaysSo() {
        Timeline timeline = timeline(Kind.MONTH, null, Downgrade.ONE_LEVEL, 5, Map.of("2026-01-31", 500L));

        assertThat(timeline.changes())
                .containsExactly(
                        change("2026-01-31", 2, Change.Why.EARNED),
                        change("2026-03-06", 1, Change.Why.NOT_KEPT),
                        change("2026-04-06", 0, Change.Why.NOT_KEPT));
    }

    @Test
    void aRollingSumIsGivenItsGrace() {
        Timeline timeline = timeline(Kind.ROLLING, 30, Downgrade.TO_EARNED, 7, Map.of("2026-01-01", 120L));

        assertThat(timeline.changes())
                .containsExactly(
                        change("2026-01-01", 1, Change.Why.EARNED), change("2026-02-07", 0, Change.Why.NOT_KEPT));
    }

    @Test
    void pointsThatAreReversedWereNeverEarned() {
        assertThat(timeline(Kind.LIFETIME, null, Downgrade.TO_EARNED, 0, Map.of("2026-01-01", 99L))
                        .on(LocalDate.parse("2026-05-01"))
                        .level())
                .isZero();
    }

    @Test
    void aChangeOfTheSchemeTakesNothingAwayBeforeThePeriodIsClosed() {
        Scheme easy = scheme(Kind.YEAR, null, Downgrade.TO_EARNED, 0, TIERS);
        Scheme hard = scheme(
                Kind.YEAR,
                null,
                Downgrade.TO_EARNED,
                0,
                List.of(new Tier("gold", "Gold", 5_000, 2_500, 2_000, List.of())));
        List<Era> eras = List.of(new Era(LocalDate.MIN, 1, easy), new Era(LocalDate.parse("2026-06-01"), 2, hard));

        Timeline timeline = Timeline.of(eras, currency -> new Earnings(Map.of(LocalDate.parse("2026-02-01"), 700L)));

        assertThat(timeline.on(LocalDate.parse("2026-12-31")).tier().map(Tier::id))
                .contains("gold");
        assertThat(timeline.on(LocalDate.parse("2027-01-01")).level()).isZero();
    }

    private static Change change(String day, int level, Change.Why why) {
        return new Change(LocalDate.parse(day), level, why);
    }

    private static Scheme scheme(Kind kind, @Nullable Integer days, Downgrade downgrade, int grace, List<Tier> tiers) {
        return new Scheme("growth", new QualifyingPeriod(kind, days), downgrade, grace, tiers);
    }

    private static Timeline timeline(
            Kind kind, @Nullable Integer days, Downgrade downgrade, int grace, Map<String, Long> earned) {
        Map<LocalDate, Long> byDay = new java.util.HashMap<>();
        earned.forEach((day, points) -> byDay.put(LocalDate.parse(day), points));
        return Timeline.of(
                List.of(new Era(LocalDate.MIN, 1, scheme(kind, days, downgrade, grace, TIERS))),
                currency -> new Earnings(byDay));
    }
}

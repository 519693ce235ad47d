package dev.hearth.incentive.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.statistics.Statistics;

/** The timeline, which looks at few days, against a model that lives all of them. */
class TimelinePropertyTest {
    private static final LocalDate START = LocalDate.parse("2023-11-20");
    private static final LocalDate LAST_EARNED = START.plusDays(800);
    private static final LocalDate END = LAST_EARNED.plusYears(9);

    @Property(tries = 4_000)
    void isOnEveryDayWhereTheModelIs(
            @ForAll("eras") List<Era> eras, @ForAll("earned") Map<String, Map<LocalDate, Long>> earned) {
        NavigableMap<LocalDate, Integer> model = new DayByDay(eras, earned).levels(START, END);

        assertThat(levels(Timeline.of(eras, earnings(earned)))).isEqualTo(model);
    }

    @Property(tries = 1_000)
    void saysWhenItHasToBeLookedAtAgainSoThatLookingOnlyThenMissesNothing(
            @ForAll("eras") List<Era> eras, @ForAll("earned") Map<String, Map<LocalDate, Long>> earned) {
        NavigableMap<LocalDate, Integer> model = new DayByDay(eras, earned).levels(START, END);
        Timeline timeline = Timeline.of(eras, earnings(earned));
        Standing standing = timeline.on(START);
        for (LocalDate day = START; !day.isAfter(END); day = day.plusDays(1)) {
            Change next = standing.next();
            if (next != null && !day.isBefore(next.on())) {
                assertThat(next.level()).isEqualTo(model.get(next.on()));
                standing = timeline.on(day);
            }
            assertThat(standing.level()).as("on %s", day).isEqualTo(model.get(day));
        }
    }

    @Property(tries = 3_000)
    void pointsThatAGlanceCoversMoveNothingToday(
            @ForAll("eras") List<Era> eras,
            @ForAll("earned") Map<String, Map<LocalDate, Long>> earned,
            @ForAll("day") LocalDate seen,
            @ForAll @IntRange(max = 40) int later,
            @ForAll @IntRange(min = -2, max = 40) int ahead,
            @ForAll @LongRange(min = -5, max = 30) long points) {
        Standing standing = Timeline.of(eras, earnings(earned)).on(seen);
        LocalDate today = seen.plusDays(later);
        LocalDate day = seen.plusDays(ahead);
        if (!standing.glance().covers(today, day, points)) {
            Statistics.collect("not covered");
            return;
        }
        Statistics.collect("covered");
        Map<String, Map<LocalDate, Long>> more = new HashMap<>();
        earned.forEach((currency, days) -> more.put(currency, new HashMap<>(days)));
        more.computeIfAbsent(standing.era().scheme().currency(), currency -> new HashMap<>())
                .merge(day, points, Long::sum);
        Standing after = Timeline.of(eras, earnings(more)).on(today);

        assertThat(after.level()).isEqualTo(standing.level());
        Change review = after.next();
        if (review != null) {
            assertThat(standing.next()).isNotNull();
            assertThat(standing.glance().review()).isBeforeOrEqualTo(review.on());
        }
    }

    private static NavigableMap<LocalDate, Integer> levels(Timeline timeline) {
        NavigableMap<LocalDate, Integer> levels = new TreeMap<>();
        for (LocalDate day = START; !day.isAfter(END); day = day.plusDays(1)) {
            levels.put(day, timeline.on(day).level());
        }
        return levels;
    }

    private static java.util.function.Function<String, Earnings> earnings(Map<String, Map<LocalDate, Long>> earned) {
        Map<String, Earnings> summed = new HashMap<>();
        earned.forEach((currency, days) -> summed.put(currency, new Earnings(days)));
        return currency -> summed.getOrDefault(currency, Earnings.none());
    }

    @Provide
    Arbitrary<LocalDate> day() {
        return Arbitraries.integers().between(0, 800).map(START::plusDays);
    }

    @Provide
    Arbitrary<Map<String, Map<LocalDate, Long>>> earned() {
        Arbitrary<Map<LocalDate, Long>> days =
                Arbitraries.maps(day(), Arbitraries.longs().between(-20, 60)).ofMaxSize(25);
        return Combinators.combine(days, days).as((growth, miles) -> Map.of("growth", growth, "miles", miles));
    }

    @Provide
    Arbitrary<List<Era>> eras() {
        return Combinators.combine(
                        schemes().list().ofMinSize(1).ofMaxSize(3), day().set().ofSize(2))
                .as((schemes, days) -> {
                    List<LocalDate> from = new ArrayList<>(days);
                    from.sort(LocalDate::compareTo);
                    List<Era> eras = new ArrayList<>();
                    for (int at = 0; at < schemes.size(); at++) {
                        eras.add(new Era(at == 0 ? LocalDate.MIN : from.get(at - 1), at + 1, schemes.get(at)));
                    }
                    return eras;
                });
    }

    private Arbitrary<Scheme> schemes() {
        Arbitrary<QualifyingPeriod> periods = Arbitraries.of(QualifyingPeriod.Kind.values())
                .flatMap(kind -> kind == QualifyingPeriod.Kind.ROLLING
                        ? Arbitraries.integers().between(1, 200).map(days -> new QualifyingPeriod(kind, days))
                        : Arbitraries.just(new QualifyingPeriod(kind, null)));
        return periods.flatMap(period -> Combinators.combine(
                        Arbitraries.of("growth", "growth", "miles"),
                        Arbitraries.of(Downgrade.values()),
                        Arbitraries.integers().between(0, period.maxGrace()),
                        tiers())
                .as((currency, downgrade, grace, tiers) -> new Scheme(currency, period, downgrade, grace, tiers)));
    }

    private Arbitrary<List<Tier>> tiers() {
        Arbitrary<Long> thresholds = Arbitraries.longs().between(0, 150);
        return Combinators.combine(
                        thresholds.set().ofMaxSize(4),
                        Arbitraries.shuffle("silver", "gold", "jade", "ruby"),
                        Arbitraries.integers().between(0, 100))
                .as((points, names, kept) -> {
                    List<Long> rising = points.stream().sorted().toList();
                    List<Tier> tiers = new ArrayList<>();
                    for (int at = 0; at < rising.size(); at++) {
                        long threshold = rising.get(at);
                        String name = names.get(at);
                        tiers.add(new Tier(name, name, threshold, threshold * kept / 100, 1_000, List.of()));
                    }
                    return tiers;
                });
    }
}

package dev.hearth.analytics.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Histories;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.activity.Selection;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Whatever the history, whenever its days change their zone and however it arrives, cohorts are as defined. */
class CohortPropertyTest {

    @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
    void lifecycleIsAsDefined(
            @ForAll("histories") List<Act> acts,
            @ForAll("selections") Selection selection,
            @ForAll("periods") Period period,
            @ForAll("spans") DaySpan span,
            @ForAll Random random) {
        Activity activity = Histories.activity(Histories.disordered(acts, random));
        BruteForce truth = new BruteForce(acts);
        List<LifecycleFigure> figures = Lifecycle.figures(activity, selection, period, span);

        assertThat(figures)
                .map(figure -> figure.window().days().first())
                .isEqualTo(BruteForce.starts(period, span.first(), span.last()));
        LifecycleFigure figure = figures.get(random.nextInt(figures.size()));
        for (LifecycleState state : LifecycleState.values()) {
            SortedSet<String> expected =
                    truth.members(selection, period, figure.window().days().first(), state);
            assertThat(figure.of(state)).as("%s in %s", state, figure.window()).isEqualTo(expected.size());
            assertThat(members(activity, each -> Lifecycle.members(each, selection, period, figure.window(), state)))
                    .isEqualTo(expected);
        }
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void whoIsActiveIsOneOfThreeAndWhoIsKnownIsActiveOrDormant(
            @ForAll("histories") List<Act> acts,
            @ForAll("selections") Selection selection,
            @ForAll("periods") Period period,
            @ForAll("spans") DaySpan span) {
        assertThat(Lifecycle.figures(Histories.activity(acts), selection, period, span))
                .allSatisfy(figure -> {
                    assertThat(figure.of(LifecycleState.ACTIVE))
                            .isEqualTo(figure.of(LifecycleState.NEW)
                                    + figure.of(LifecycleState.RETURNING)
                                    + figure.of(LifecycleState.RESURRECTED));
                    assertThat(figure.of(LifecycleState.KNOWN))
                            .isEqualTo(figure.of(LifecycleState.ACTIVE) + figure.of(LifecycleState.DORMANT));
                });
    }

    @Property(tries = 30_000, shrinking = ShrinkingMode.OFF)
    void retentionIsAsDefined(
            @ForAll("histories") List<Act> acts,
            @ForAll("questions") RetentionQuestion question,
            @ForAll("spans") DaySpan span,
            @ForAll Random random) {
        Activity activity = Histories.activity(Histories.disordered(acts, random));
        BruteForce truth = new BruteForce(acts);
        LocalDate lastDay = truth.lastDay();
        List<RetentionFigure> figures = Retention.figures(activity, question, span, lastDay);

        assertThat(figures)
                .map(figure -> figure.cohort().days().first())
                .isEqualTo(BruteForce.starts(question.period(), span.first(), span.last()));
        RetentionFigure figure = figures.get(random.nextInt(figures.size()));
        LocalDate start = figure.cohort().days().first();
        SortedSet<String> cohort = truth.cohort(question, start);
        assertThat(figure.size()).isEqualTo(cohort.size());
        assertThat(members(activity, each -> Retention.cohort(each, question, figure.cohort())))
                .isEqualTo(cohort);
        int k = random.nextInt(question.periods() + 1);
        SortedSet<String> retained = truth.retained(question, start, k);
        boolean begun =
                lastDay != null && !BruteForce.next(question.period(), start, k).isAfter(lastDay);
        assertThat(figure.active().get(k)).isEqualTo(begun ? (Long) (long) retained.size() : null);
        assertThat(figure.rate(k)).isEqualTo(begun ? number(rate(retained.size(), cohort.size())) : null);
        assertThat(figure.complete() > k)
                .isEqualTo(lastDay != null
                        && !BruteForce.next(question.period(), start, k + 1)
                                .minusDays(1)
                                .isAfter(lastDay));
        assertThat(members(activity, each -> Retention.retained(each, question, figure.cohort(), k)))
                .isEqualTo(retained);
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void meansLeaveOutEmptyCohortsAndWhatIsNotOver(
            @ForAll("histories") List<Act> acts,
            @ForAll("questions") RetentionQuestion question,
            @ForAll("spans") DaySpan span) {
        BruteForce truth = new BruteForce(acts);
        LocalDate lastDay = truth.lastDay();
        List<RetentionMean> means = RetentionMean.of(
                Retention.figures(Histories.activity(acts), question, span, lastDay), question.periods());

        assertThat(means)
                .map(RetentionMean::k)
                .isEqualTo(IntStream.rangeClosed(0, question.periods()).boxed().toList());
        for (RetentionMean mean : means) {
            List<LocalDate> counted = BruteForce.starts(question.period(), span.first(), span.last()).stream()
                    .filter(start -> !truth.cohort(question, start).isEmpty())
                    .filter(start -> lastDay != null
                            && BruteForce.next(question.period(), start, mean.k() + 1)
                                    .isBefore(lastDay.plusDays(2)))
                    .toList();
            assertThat(mean.cohorts()).isEqualTo(counted.size());
            assertMeans(
                    mean,
                    counted.stream()
                            .map(start -> new int[] {
                                truth.retained(question, start, mean.k()).size(),
                                truth.cohort(question, start).size()
                            })
                            .toList());
        }
    }

    private static void assertMeans(RetentionMean mean, List<int[]> cohorts) {
        BigInteger part = BigInteger.ZERO;
        BigInteger whole = BigInteger.ONE;
        int retained = 0;
        int members = 0;
        for (int[] cohort : cohorts) {
            part = part.multiply(BigInteger.valueOf(cohort[1])).add(whole.multiply(BigInteger.valueOf(cohort[0])));
            whole = whole.multiply(BigInteger.valueOf(cohort[1]));
            retained += cohort[0];
            members += cohort[1];
        }
        assertThat(mean.mean())
                .isEqualTo(number(BruteForce.rate(part, whole.multiply(BigInteger.valueOf(cohorts.size())))));
        assertThat(mean.pooled()).isEqualTo(number(rate(retained, members)));
    }

    private static @Nullable String rate(int part, int whole) {
        return BruteForce.rate(BigInteger.valueOf(part), BigInteger.valueOf(whole));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static SortedSet<String> members(Activity activity, Function<CommunityActivity, RoaringBitmap> set) {
        List<String> members =
                activity
                        .ask(
                                Histories.COMMUNITY,
                                each -> set.apply(each).stream()
                                        .mapToObj(each::member)
                                        .toList())
                        .stream()
                        .flatMap(List::stream)
                        .toList();
        assertThat(members).doesNotHaveDuplicates();
        return new TreeSet<>(new ArrayList<>(members));
    }

    @Provide
    Arbitrary<List<Act>> histories() {
        return Histories.any();
    }

    @Provide
    Arbitrary<Selection> selections() {
        return Histories.selections();
    }

    @Provide
    Arbitrary<DaySpan> spans() {
        return Histories.spans();
    }

    @Provide
    Arbitrary<Period> periods() {
        return Arbitraries.of(Period.DAY, Period.ISO_WEEK, Period.MONTH);
    }

    @Provide
    Arbitrary<RetentionQuestion> questions() {
        return Combinators.combine(
                        Histories.selections(),
                        Histories.selections().injectNull(0.5),
                        periods(),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.of(RetentionMode.values()))
                .as((selection, entry, period, periods, mode) ->
                        new RetentionQuestion(selection, entry == null ? selection : entry, period, periods, mode));
    }
}

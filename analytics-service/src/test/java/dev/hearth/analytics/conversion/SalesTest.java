package dev.hearth.analytics.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.PartitionActivity;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.activity.Place;
import dev.hearth.analytics.activity.Selection;
import dev.hearth.analytics.activity.Window;
import dev.hearth.analytics.drill.Listed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sales are what their definitions say, over random histories and in an example. */
class SalesTest {
    private static final int PARTITIONS = 3;
    private static final LocalDate START = LocalDate.parse("2026-03-02");

    @Property(tries = 10_000)
    void addsUpAsDefined(
            @ForAll("histories") List<Act> acts,
            @ForAll("periods") Period period,
            @ForAll("groups") @Nullable String group) {
        List<Window> windows = period.windows(new DaySpan(START.plusDays(3), START.plusDays(20)));
        Sales sales = sales(acts, new Selection("acme", group, Set.of()), windows);
        List<Act> here = acts.stream()
                .filter(act -> group == null || group.equals(act.place().group()))
                .toList();
        assertThat(sales.windows())
                .isEqualTo(
                        windows.stream().map(window -> expected(here, window)).toList());
        assertThat(sales.intervals().stream().sorted().toList()).isEqualTo(intervals(here, windows));
    }

    @Property(tries = 5_000)
    void listsAsManyAsItCounts(
            @ForAll("histories") List<Act> acts,
            @ForAll("periods") Period period,
            @ForAll("groups") @Nullable String group) {
        Selection selection = new Selection("acme", group, Set.of());
        List<Act> here = acts.stream()
                .filter(act -> group == null || group.equals(act.place().group()))
                .toList();
        for (Window window : period.windows(new DaySpan(START.plusDays(3), START.plusDays(20)))) {
            List<Act> in = within(here, window);
            Set<String> active = members(in);
            Set<String> buyers = members(kind(in, "purchase.made"));
            assertThat(listed(acts, selection, window, Buyer.ACTIVE)).isEqualTo(active);
            assertThat(listed(acts, selection, window, Buyer.BUYER)).isEqualTo(buyers);
            assertThat(listed(acts, selection, window, Buyer.REPEAT_BUYER))
                    .isSubsetOf(buyers)
                    .hasSize((int) expected(here, window).repeatBuyers());
            assertThat(listed(acts, selection, window, Buyer.ACTIVE_ONLY))
                    .isEqualTo(active.stream()
                            .filter(member -> !buyers.contains(member))
                            .collect(Collectors.toSet()));
        }
    }

    private static Set<String> listed(List<Act> acts, Selection selection, Window window, Buyer buyer) {
        return Listed.names(acts, activity -> Sales.members(activity, selection, window, buyer));
    }

    private static List<Act> within(List<Act> acts, Window window) {
        return acts.stream()
                .filter(act -> !act.day().isBefore(window.days().first())
                        && !act.day().isAfter(window.days().last()))
                .toList();
    }

    @Test
    void putsIntervalsIntoRangesOfDays() {
        List<IntervalView> ranges = IntervalView.of(List.of(
                Duration.ofHours(23).toMillis(),
                Duration.ofDays(7).toMillis(),
                Duration.ofDays(13).toMillis(),
                Duration.ofDays(900).toMillis()));
        assertThat(ranges)
                .filteredOn(range -> range.purchases() > 0)
                .map(range -> range.fromDays() + ".." + range.toDays() + "=" + range.purchases() + " "
                        + range.cumulativeShare())
                .containsExactly("0..1=1 0.250000", "7..14=2 0.750000", "365..null=1 1.000000");
    }

    private static Sales sales(List<Act> acts, Selection selection, List<Window> windows) {
        List<PartitionActivity> partitions =
                Stream.generate(PartitionActivity::new).limit(PARTITIONS).toList();
        acts.forEach(act -> partitions
                .get(Math.floorMod(act.member().hashCode(), PARTITIONS))
                .add(List.of(act)));
        return new Activity(partitions)
                .ask("acme", activity -> Sales.of(activity, selection, windows)).stream()
                        .reduce(Sales.none(windows.size()), Sales::plus);
    }

    private static Sale expected(List<Act> acts, Window window) {
        List<Act> in = within(acts, window);
        List<Act> bought = kind(in, "purchase.made");
        List<Act> back = kind(in, "purchase.refunded");
        return new Sale(
                members(in).size(),
                members(bought).size(),
                bought.stream()
                        .filter(purchase -> kind(acts, "purchase.made").stream()
                                .anyMatch(other -> other.member().equals(purchase.member())
                                        && other.at().isBefore(purchase.at())))
                        .map(Act::member)
                        .distinct()
                        .count(),
                bought.size(),
                sum(bought),
                back.size(),
                sum(back));
    }

    private static List<Long> intervals(List<Act> acts, List<Window> windows) {
        List<Long> intervals = new ArrayList<>();
        Map<String, List<Act>> byMember =
                kind(acts, "purchase.made").stream().collect(Collectors.groupingBy(Act::member));
        byMember.values().forEach(own -> {
            List<Act> inOrder =
                    own.stream().sorted(Comparator.comparing(Act::at)).toList();
            for (int i = 1; i < inOrder.size(); i++) {
                LocalDate day = inOrder.get(i).day();
                if (!day.isBefore(windows.getFirst().days().first())
                        && !day.isAfter(windows.getLast().days().last())) {
                    intervals.add(Duration.between(
                                    inOrder.get(i - 1).at(), inOrder.get(i).at())
                            .toMillis());
                }
            }
        });
        return intervals.stream().sorted().toList();
    }

    private static List<Act> kind(List<Act> acts, String kind) {
        return acts.stream().filter(act -> act.place().kind().equals(kind)).toList();
    }

    private static Set<String> members(List<Act> acts) {
        return acts.stream().map(Act::member).collect(Collectors.toSet());
    }

    private static long sum(List<Act> acts) {
        return acts.stream()
                .mapToLong(act -> act.value() == null ? 0 : act.value())
                .sum();
    }

    @Provide
    Arbitrary<Period> periods() {
        return Arbitraries.of(Period.DAY, Period.ISO_WEEK, Period.MONTH);
    }

    @Provide
    Arbitrary<@Nullable String> groups() {
        return Arbitraries.of("north", "south").injectNull(0.6);
    }

    /** No two at the same time. */
    @Provide
    Arbitrary<List<Act>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.of("purchase.made", "purchase.made", "purchase.refunded", "message.posted"),
                        Arbitraries.of("north", "south").injectNull(0.4),
                        Arbitraries.integers().between(0, 40 * 24),
                        Arbitraries.longs().between(0, 5000).injectNull(0.1))
                .as(SalesTest::act)
                .list()
                .uniqueElements(Act::at)
                .ofMaxSize(25);
    }

    private static Act act(int member, String kind, @Nullable String group, int hour, @Nullable Long value) {
        Instant at = START.atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofHours(hour));
        return new Act(
                "acme",
                kind + hour,
                "m" + member,
                Place.deed(group, kind),
                LocalDate.ofInstant(at, ZoneOffset.UTC),
                at,
                null,
                value);
    }
}

package dev.hearth.analytics.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Sets by day, against a sorted map of sets, whatever order days come in. */
class SeriesPropertyTest {
    private static final int FIRST = -40;
    private static final int LAST = 40;

    record Added(int day, int ordinal) {}

    @Property(tries = 2_000)
    void hasOfEachDayWhoWasAddedToIt(
            @ForAll("additions") List<Added> additions,
            @ForAll @IntRange(min = FIRST - 5, max = LAST + 5) int from,
            @ForAll @IntRange(min = 0, max = 90) int width) {
        Series series = new Series();
        TreeMap<Integer, Set<Integer>> expected = new TreeMap<>();
        for (Added each : additions) {
            boolean isNew =
                    expected.computeIfAbsent(each.day(), day -> new HashSet<>()).add(each.ordinal());
            assertThat(series.add(each.day(), each.ordinal())).isEqualTo(isNew);
        }

        for (int day = FIRST - 1; day <= LAST + 1; day++) {
            assertThat(members(series.on(day))).isEqualTo(expected.getOrDefault(day, Set.of()));
        }
        assertThat(series.within(from, from + width).map(SeriesPropertyTest::members))
                .containsExactlyElementsOf(
                        expected.subMap(from, true, from + width, true).values());
        assertThat(series.span()).isEqualTo(DaySpan.ofEpochDays(expected.firstKey(), expected.lastKey()));
    }

    @Provide
    Arbitrary<List<Added>> additions() {
        return Combinators.combine(
                        Arbitraries.integers().between(FIRST, LAST),
                        Arbitraries.integers().between(0, 5))
                .as(Added::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(120);
    }

    private static Set<Integer> members(@Nullable RoaringBitmap set) {
        Set<Integer> members = new HashSet<>();
        if (set != null) {
            set.forEach((int ordinal) -> members.add(ordinal));
        }
        return members;
    }
}

package dev.hearth.analytics.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.Audience;
import dev.hearth.analytics.activity.Deeds;
import dev.hearth.analytics.activity.PartitionActivity;
import dev.hearth.analytics.cohort.StandardLifecycle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/** What is told change by change, late acts and lost memories among them, is in the end what all acts together say. */
class CellsPropertyTest {
    private static final LocalDate START = LocalDate.parse("2025-11-20");
    private static final Cells CELLS = new Cells(
            List.of(new ActiveMembersFigure(), new StickinessFigure(), new StandardLifecycle()),
            community -> Audience.EVERYBODY);

    @Property(tries = 150)
    void changesAddUpToWhatAllActsSay(@ForAll Random random) {
        List<PartitionActivity> partitions = IntStream.range(0, 3)
                .mapToObj(number -> new PartitionActivity())
                .toList();
        Map<String, Map<String, BigDecimal>> told = new HashMap<>();
        RowWatch watch = new RowWatch();
        Touched touched = new Touched();
        for (int round = 0; round < 8; round++) {
            for (int i = random.nextInt(12); i > 0; i--) {
                Act act = act(random, round);
                partitions.get(Math.floorMod(act.member().hashCode(), 3)).add(List.of(act));
            }
            if (random.nextInt(4) == 0) {
                watch.forget();
            }
            publish(partitions, watch, touched, told, random.nextInt(3));
        }
        publish(partitions, watch, touched, told, Integer.MAX_VALUE);

        Map<String, Map<String, BigDecimal>> atOnce = new HashMap<>();
        publish(partitions, new RowWatch(), new Touched(), atOnce, Integer.MAX_VALUE);
        atOnce.forEach((cell, values) -> assertThat(told).containsEntry(cell, values));
    }

    @Test
    void tellsDaysWeeksAndMonthsOfCommunityAndGroup() {
        PartitionActivity activity = new PartitionActivity();
        activity.add(List.of(
                Deeds.act("acme", "ada", "north", "post", LocalDate.parse("2026-03-01")),
                Deeds.act("acme", "bob", null, "post", LocalDate.parse("2026-03-02"))));
        Map<String, Map<String, BigDecimal>> told = new TreeMap<>();
        publish(List.of(activity), new RowWatch(), new Touched(), told, Integer.MAX_VALUE);
        assertThat(told)
                .containsEntry("acme/active-members/*/MONTH/2026-03", Map.of("activeMembers", BigDecimal.TWO))
                .containsEntry("acme/active-members/*/ISO_WEEK/2026-W09", Map.of("activeMembers", BigDecimal.ONE))
                .containsEntry("acme/active-members/north/DAY/2026-03-01", Map.of("activeMembers", BigDecimal.ONE))
                .containsEntry(
                        "acme/stickiness/*/DAY/2026-03-02",
                        Map.of(
                                "dailyActive", BigDecimal.ONE,
                                "activeIn30Days", BigDecimal.TWO,
                                "stickiness", new BigDecimal("0.500000")))
                .containsEntry(
                        "acme/stickiness/north/DAY/2026-03-02",
                        Map.of(
                                "dailyActive", BigDecimal.ZERO,
                                "activeIn30Days", BigDecimal.ONE,
                                "stickiness", new BigDecimal("0.000000")))
                .doesNotContainKey("acme/active-members/north/DAY/2026-03-02");
    }

    @Test
    void daysFarApartAreNotComputedTogetherAndNoneTooManyAtOnce() {
        RoaringBitmap days = RoaringBitmap.bitmapOf(1, 2, 30, 100, 20_000);
        days.add(30_000L, 32_000L);
        assertThat(Touched.spans(days))
                .containsExactly(
                        new int[] {1, 30},
                        new int[] {100, 100},
                        new int[] {20_000, 20_000},
                        new int[] {30_000, 30_999},
                        new int[] {31_000, 31_999});
    }

    @Test
    void theScaleOfANumberIsNoChange() {
        assertThat(WindowFigure.hash(Map.of("a", new BigDecimal("0.50"), "b", BigDecimal.TEN)))
                .isEqualTo(WindowFigure.hash(Map.of("b", new BigDecimal("1E+1"), "a", new BigDecimal("0.5"))))
                .isNotEqualTo(WindowFigure.hash(Map.of("b", BigDecimal.TEN, "a", new BigDecimal("0.51"))));
    }

    /** At most so many parts of communities, as a round that is bounded. */
    private static void publish(
            List<PartitionActivity> partitions,
            RowWatch watch,
            Touched touched,
            Map<String, Map<String, BigDecimal>> told,
            int parts) {
        for (int partition = 0; partition < partitions.size(); partition++) {
            watch.look(partition, partitions.get(partition), touched);
        }
        Activity activity = new Activity(partitions);
        watch.reachOn(activity, touched);
        for (int part = 0; part < parts && !touched.isEmpty(); part++) {
            var next = touched.next().orElseThrow();
            for (Cell cell : CELLS.of(activity, next.getKey(), next.getValue())) {
                if (!cell.figure().isZero() || told.containsKey(cell.key())) {
                    told.put(cell.key(), cell.figure().values());
                }
            }
        }
    }

    /** Mostly in the order of time, some days late by weeks. */
    private static Act act(Random random, int round) {
        int late = random.nextInt(4) == 0 ? random.nextInt(60) : 0;
        return Deeds.act(
                random.nextInt(4) == 0 ? "other" : "acme",
                "member-" + random.nextInt(8),
                random.nextInt(3) == 0 ? null : "group-" + random.nextInt(2),
                random.nextBoolean() ? "post" : "reply",
                START.plusDays(round * 9L + random.nextInt(9) - late));
    }
}

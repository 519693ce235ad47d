package dev.hearth.analytics.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A busy day: what is known is looked up in tables that grow, and rows go over the ends of blocks. */
class RepeatsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-14");
    private static final int ACTS = 20_000;

    @Test
    void everyActIsKeptOnceHoweverManyThereAreOnADay() {
        List<Act> acts = IntStream.range(0, ACTS).mapToObj(RepeatsTest::act).toList();
        PartitionActivity activity = new PartitionActivity();
        for (Act act : acts) {
            activity.add(List.of(act, act));
        }
        activity.add(acts);
        PartitionActivity restored = new PartitionActivity();
        restored.add(activity.takeAdditions().additions());
        restored.add(acts);

        assertThat(rows(activity)).isEqualTo(ACTS);
        assertThat(rows(restored)).isEqualTo(ACTS);
        assertThat(restored.fingerprint().getValue())
                .isEqualTo(activity.fingerprint().getValue());
    }

    /** 2,049 acts make a table grow to hold 4,096: here with the row that begins the second block. */
    @Test
    void aTableMayGrowWithTheFirstRowOfABlock() {
        List<Act> acts = IntStream.range(0, 4_200)
                .mapToObj(number -> act(number, number < 2_048 ? DAY.minusDays(1) : DAY))
                .toList();
        PartitionActivity activity = new PartitionActivity();
        activity.add(acts);
        activity.add(acts);

        assertThat(rows(activity)).isEqualTo(4_200);
    }

    private static int rows(PartitionActivity activity) {
        return activity.ask("acme", community -> community.rows().size()).orElseThrow();
    }

    private static Act act(int number) {
        return act(number, DAY);
    }

    private static Act act(int number, LocalDate day) {
        return new Act(
                "acme",
                "e" + number,
                "m" + number % 7,
                Place.deed(null, "post"),
                day,
                Instant.parse(day + "T12:00:00Z"),
                null,
                null);
    }
}

package dev.hearth.analytics.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.analytics.activity.DaySpan;
import java.time.LocalDate;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class EffectTest {
    private static final LocalDate ORIGIN = LocalDate.parse("2026-01-01");

    /** A figure that grows by one a day has means that differ by the days between the middles of both sides. */
    @Property
    void sidesAreWholeWeeksRightBesideTheMark(
            @ForAll @IntRange(max = 100) int before,
            @ForAll @IntRange(max = 100) int after,
            @ForAll @IntRange(min = 1, max = 30) int length,
            @ForAll @IntRange(min = 1, max = 12) int wanted) {
        DaySpan mark = new DaySpan(ORIGIN.plusDays(before), ORIGIN.plusDays(before + length - 1L));
        DaySpan complete = new DaySpan(ORIGIN, mark.last().plusDays(after));
        Effect effect = Effect.of(
                mark,
                wanted,
                complete,
                span -> LongStream.rangeClosed(span.firstEpochDay(), span.lastEpochDay())
                        .sum());
        int weeks = Math.min(wanted, Math.min(before / 7, after / 7));
        assertThat(effect.weeks()).isEqualTo(weeks);
        if (weeks > 0) {
            assertThat(effect.after() - effect.before()).isEqualTo(7.0 * weeks + length);
            assertThat(effect.before()).isEqualTo(mark.first().toEpochDay() - 7.0 * weeks / 2 - 0.5);
        }
    }
}

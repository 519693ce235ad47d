package dev.hearth.analytics.health.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Six weeks, over the change to summer time, with four acts each Tuesday from ten on, by the clock on the wall. */
class BaselineTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDateTime TUESDAY = LocalDateTime.parse("2026-03-03T10:05:00");
    private static final int TUESDAY_AT_TEN = 24 + 10;

    @Test
    void anHourOfTheWeekIsThatOfTheClockOnTheWall() {
        List<Optional<Band>> week = week(6, "2026-04-15T12:00:00Z");
        assertThat(week).hasSize(168);
        assertThat(IntStream.range(0, 168)
                        .filter(hour -> week.get(hour).orElseThrow().expected() > 0)
                        .boxed())
                .containsExactly(TUESDAY_AT_TEN);
        Band band = week.get(TUESDAY_AT_TEN).orElseThrow();
        assertThat(band.expected()).isEqualTo(4);
        assertThat(band.weeks()).isEqualTo(5);
    }

    @Test
    void hoursOfWhichTooLittleIsKnownHaveNoBandAndKeepTheirPlace() {
        // The hours after the first act are known for three weeks, those before it for two.
        List<Optional<Band>> week = week(3, "2026-03-25T12:00:00Z");
        assertThat(week).hasSize(168);
        assertThat(IntStream.range(0, 168)
                        .filter(hour -> week.get(hour).isPresent())
                        .min())
                .hasValue(TUESDAY_AT_TEN + 1);
        assertThat(week.get(167)).isPresent();
    }

    private static List<Optional<Band>> week(int weeks, String now) {
        GroupPulse pulse = new GroupPulse();
        for (int week = 0; week < weeks; week++) {
            for (int act = 0; act < 4; act++) {
                pulse.beat(TUESDAY.plusWeeks(week)
                        .plusMinutes(act * 10L)
                        .atZone(BERLIN)
                        .toInstant()
                        .toEpochMilli());
            }
        }
        return pulse.week(Instant.parse(now), BERLIN, Detection.USUAL);
    }
}

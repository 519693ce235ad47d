package dev.hearth.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Uuid7Test {
    private static final Instant NOW = Instant.parse("2026-03-29T01:30:00.123Z");

    @Test
    void carriesVersionVariantAndTheMillisecond() {
        UUID id = at(NOW).next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void sortsByTime() {
        assertThat(at(NOW).next().toString())
                .isLessThan(at(NOW.plusMillis(1)).next().toString());
    }

    @Test
    void sortsByTheOrderOfMakingWithinAMillisecondAndWhereTheClockIsSetBack() {
        java.util.Iterator<Instant> times =
                List.of(NOW, NOW, NOW.minusSeconds(9), NOW.minusSeconds(8), NOW).iterator();
        Uuid7 ids = new Uuid7(new Clock() {
            @Override
            public Instant instant() {
                return times.next();
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        });

        assertThat(IntStream.range(0, 5).mapToObj(i -> ids.next().toString()).toList())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void neverRepeats() {
        Uuid7 ids = at(NOW);

        assertThat(IntStream.range(0, 100_000).mapToObj(i -> ids.next()).collect(Collectors.toSet()))
                .hasSize(100_000);
    }

    private static Uuid7 at(Instant time) {
        return new Uuid7(Clock.fixed(time, ZoneOffset.UTC));
    }
}

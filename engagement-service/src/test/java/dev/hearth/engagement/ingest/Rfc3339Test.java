package dev.hearth.engagement.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
    @Property
    void readsAndWritesEveryTimeAsInstantDoes(@ForAll("instants") Instant time) {
        String text = time.toString();
        assertThat(Rfc3339.read(text)).isEqualTo(time);
        assertThat(written(time)).isEqualTo(text);
    }

    @Property
    void readsEveryOffset(@ForAll("instants") Instant time, @ForAll @IntRange(min = -1080, max = 1080) int minutes) {
        String text = time.atOffset(ZoneOffset.ofTotalSeconds(minutes * 60)).toString();
        // OffsetDateTime leaves out seconds that are zero, which RFC 3339 does not allow
        if (text.charAt(16) == ':') {
            assertThat(Rfc3339.read(text)).isEqualTo(time);
        }
    }

    @Property
    void writesEveryDayAsLocalDateDoes(@ForAll @IntRange(min = 0, max = 2_932_896) int epochDay) {
        JsonBytes out = new JsonBytes(16);
        Rfc3339.writeDay(epochDay, out);
        assertThat(new String(out.copy(), UTF_8))
                .isEqualTo(LocalDate.ofEpochDay(epochDay).toString());
    }

    @Property(tries = 5_000)
    void neverFailsOnAnyText(
            @ForAll @StringLength(max = 40) @CharRange(from = '+', to = ':') @CharRange(from = 'T', to = 'Z')
                    String text) {
        Instant read = Rfc3339.read(text);
        assertThat(read == null || !read.toString().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-08T09:30:00",
                "2026-03-08 09:30:00Z",
                "2026-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-01-32T00:00:00Z",
                "2026-01-01T24:00:00Z",
                "2026-01-01T00:60:00Z",
                "2026-01-01T00:00:60Z",
                "2026-01-01T00:00:00.Z",
                "2026-01-01T00:00:00.1234567890Z",
                "2026-01-01T00:00:00+0100",
                "2026-01-01T00:00:00+01:60",
                "2026-01-01T00:00:00+19:00",
                "2026-01-01T00:00:00Zx",
                "20a6-01-01T00:00:00Z",
                "+12026-01-01T00:00:00Z",
                "2026-01-01T00:00:00.5",
                ""
            })
    void refusesWhatIsNoTime(String text) {
        assertThat(Rfc3339.read(text)).isNull();
    }

    @Test
    void readsLowerCaseAndLeapSeconds() {
        assertThat(Rfc3339.read("2026-03-08t09:30:00z")).isEqualTo(Instant.parse("2026-03-08T09:30:00Z"));
        assertThat(Rfc3339.read("2016-12-31T23:59:60Z")).isEqualTo(Instant.parse("2016-12-31T23:59:59Z"));
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.longs().between(-62_167_219_200L, 253_402_300_799L),
                        Arbitraries.oneOf(
                                Arbitraries.just(0),
                                Arbitraries.integers().between(0, 999).map(milli -> milli * 1_000_000),
                                Arbitraries.integers().between(0, 999_999).map(micro -> micro * 1_000),
                                Arbitraries.integers().between(0, 999_999_999)))
                .as(Instant::ofEpochSecond);
    }

    private static String written(Instant time) {
        JsonBytes out = new JsonBytes(8);
        Rfc3339.write(time, out);
        return new String(out.copy(), UTF_8);
    }
}

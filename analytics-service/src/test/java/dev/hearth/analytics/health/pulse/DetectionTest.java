package dev.hearth.analytics.health.pulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A group with an act every ten minutes for some weeks, until something happens in the last hours. */
class DetectionTest {
    private static final Instant NOW = Instant.parse("2026-03-03T17:00:00Z");
    private static final ZoneId ZONE = ZoneOffset.UTC;
    private static final Detection USUAL = Detection.USUAL;

    @Test
    void aGreaterShareFindsAGroupColdThatIsNotUsually() {
        GroupPulse halved = group(5, 6, 20);

        assertThat(mood(halved, USUAL)).isEmpty();
        assertThat(mood(halved, new Detection(8, 3, 6, 1, 0.05, 1e-6, 0.05))).hasValue(Spell.Mood.COLD);
        assertThat(mood(halved, new Detection(8, 3, 6, 1, 1e-6, 0.05, 0.05)))
                .as("the share of floods is another")
                .isEmpty();
    }

    @Test
    void aGreaterShareFindsAGroupFloodedThatIsNotUsually() {
        GroupPulse lively = group(5, 1, 3);

        assertThat(mood(lively, USUAL)).isEmpty();
        assertThat(mood(lively, new Detection(8, 3, 6, 1, 1e-6, 0.01, 0.01))).hasValue(Spell.Mood.FLOODED);
        assertThat(mood(lively, new Detection(8, 3, 6, 1, 0.01, 1e-6, 0.01)))
                .as("the share of cold groups is another")
                .isEmpty();
    }

    @Test
    void fewerHoursFindSilenceSooner() {
        GroupPulse silent = group(5, 3, 1000);

        assertThat(mood(silent, USUAL)).isEmpty();
        assertThat(mood(silent, new Detection(8, 3, 3, 1, 1e-3, 1e-6, 0.01))).hasValue(Spell.Mood.COLD);
    }

    @Test
    void moreHoursFindAFloodThatIsNoneOfAnHour() {
        GroupPulse lively = group(5, 12, 4);

        assertThat(mood(lively, USUAL)).isEmpty();
        assertThat(mood(lively, new Detection(8, 3, 6, 12, 1e-6, 1e-3, 0.01))).hasValue(Spell.Mood.FLOODED);
    }

    @Test
    void nothingIsSaidBeforeTheLeastWeeksAreKnown() {
        GroupPulse silent = group(4, 12, 1000);

        assertThat(mood(silent, USUAL)).hasValue(Spell.Mood.COLD);
        assertThat(mood(silent, new Detection(8, 4, 6, 1, 1e-6, 1e-6, 0.01))).hasValue(Spell.Mood.COLD);
        assertThat(mood(silent, new Detection(8, 5, 6, 1, 1e-6, 1e-6, 0.01))).isEmpty();
        assertThat(silent.week(NOW, ZONE, new Detection(8, 5, 6, 1, 1e-6, 1e-6, 0.01)))
                .allSatisfy(band -> assertThat(band).isEmpty());
        assertThat(silent.week(NOW, ZONE, USUAL))
                .allSatisfy(band -> assertThat(band)
                        .hasValueSatisfying(known -> assertThat(known.weeks()).isBetween(3, 4)));
    }

    @Test
    void onlySoManyWeeksAreLearnedFrom() {
        assertThat(group(9, 1, 10).week(NOW, ZONE, new Detection(4, 3, 6, 1, 1e-6, 1e-6, 0.01)))
                .allSatisfy(band -> assertThat(band)
                        .hasValueSatisfying(known -> assertThat(known.weeks()).isEqualTo(4)));
    }

    @Test
    void aSpellEndsFurtherWithinTheBandTheGreaterTheShareOfItsEnd() {
        Spell flooded = new Spell(Spell.Mood.FLOODED, NOW.minus(Duration.ofHours(2)));
        GroupPulse lively = group(5, 1, 5);

        assertThat(flooded.isOver(lively, NOW, ZONE, USUAL)).isTrue();
        assertThat(flooded.isOver(lively, NOW, ZONE, new Detection(8, 3, 6, 1, 1e-6, 1e-6, 0.4)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2, 2, 6, 1, 1e-6, 1e-6, 0.01",
        "12, 3, 6, 1, 1e-6, 1e-6, 0.01",
        "8, 2, 6, 1, 1e-6, 1e-6, 0.01",
        "8, 9, 6, 1, 1e-6, 1e-6, 0.01",
        "8, 3, 0, 1, 1e-6, 1e-6, 0.01",
        "8, 3, 25, 1, 1e-6, 1e-6, 0.01",
        "8, 3, 6, 0, 1e-6, 1e-6, 0.01",
        "8, 3, 6, 25, 1e-6, 1e-6, 0.01",
        "8, 3, 6, 1, 0, 1e-6, 0.01",
        "8, 3, 6, 1, 0.11, 1e-6, 0.2",
        "8, 3, 6, 1, NaN, 1e-6, 0.2",
        "8, 3, 6, 1, 1e-6, 0, 0.01",
        "8, 3, 6, 1, 1e-6, 0.11, 0.2",
        "8, 3, 6, 1, 0.02, 1e-6, 0.01",
        "8, 3, 6, 1, 1e-6, 0.02, 0.01",
        "8, 3, 6, 1, 1e-6, 1e-6, 0.41",
    })
    void whatMeansNothingIsNoDetection(
            int weeks, int leastWeeks, int coldHours, int floodHours, double cold, double flood, double end) {
        assertThatThrownBy(() -> new Detection(weeks, leastWeeks, coldHours, floodHours, cold, flood, end))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Optional<Spell.Mood> mood(GroupPulse group, Detection detection) {
        return Spell.beginning(group, NOW, ZONE, detection)
                .map(began -> began.spell().mood());
    }

    /** @param step minutes between acts in the last {@code hours} */
    private static GroupPulse group(int weeks, int hours, int step) {
        GroupPulse pulse = new GroupPulse();
        Instant change = NOW.minus(Duration.ofHours(hours));
        // Half a day more, so that the hours looked at are known in the first week too.
        Instant first = NOW.minus(Duration.ofDays(7L * weeks)).minus(Duration.ofHours(12));
        for (Instant at = first; at.isBefore(change); at = at.plus(Duration.ofMinutes(10))) {
            pulse.beat(at.toEpochMilli());
        }
        for (Instant at = change.plus(Duration.ofMinutes(step));
                at.isBefore(NOW);
                at = at.plus(Duration.ofMinutes(step))) {
            pulse.beat(at.toEpochMilli());
        }
        return pulse;
    }
}

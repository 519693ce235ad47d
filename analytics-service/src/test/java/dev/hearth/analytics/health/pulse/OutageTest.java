package dev.hearth.analytics.health.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Groups with an act every five minutes, so that two would be enough but for their number, for five weeks, until
 * something happens on the last day.
 */
class OutageTest {
    private static final Instant NOW = Instant.parse("2026-03-03T17:23:00Z");
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final ZoneId ZONE = ZoneOffset.UTC;

    @Test
    void allGroupsSilentAtOnceAreAnOutage() {
        assertThat(isLikely(groups(5, (group, hoursAgo) -> hoursAgo >= 6), 6)).isTrue();
    }

    @Test
    void oneGroupThatGoesOnShowsThatTheOthersAreSilent() {
        assertThat(isLikely(groups(5, (group, hoursAgo) -> group == 0 || hoursAgo >= 6), 6))
                .isFalse();
    }

    @Test
    void groupsThatFellSilentOneAfterAnotherAreAnOutageOnlyOnceAllAre() {
        assertThat(isLikely(groups(5, (group, hoursAgo) -> hoursAgo >= group), 6))
                .isFalse();
        assertThat(isLikely(groups(5, (group, hoursAgo) -> hoursAgo >= group + 1), 6))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2, false", "3, true"})
    void aCommunityOfTwoGroupsIsJudgedByThem(int groups, boolean isLikely) {
        assertThat(isLikely(groups(groups, (group, hoursAgo) -> hoursAgo >= 6), 6))
                .isEqualTo(isLikely);
    }

    @ParameterizedTest
    @CsvSource({"6, true", "3, true", "2, false", "1, false"})
    void anOutageThatIsOverCountsWhileItsHoursAreLookedAt(int hours, boolean isLikely) {
        assertThat(isLikely(groups(5, (group, hoursAgo) -> hoursAgo < 2 || hoursAgo >= 4), hours))
                .isEqualTo(isLikely);
    }

    @Test
    void hoursInWhichLittleIsUsualTellNothing() {
        List<GroupPulse> groups = groups(5, (group, hoursAgo) -> hoursAgo % 24 >= 8);
        assertThat(isLikely(groups, 6)).isFalse();
    }

    @Test
    void nothingIsSaidBeforeThreeWeeksAreKnown() {
        assertThat(isLikely(groups(5, (group, hoursAgo) -> hoursAgo >= 6 && hoursAgo < 20 * 24), 6))
                .isFalse();
    }

    private static boolean isLikely(List<GroupPulse> groups, int hours) {
        return Outage.isLikely(groups, NOW, hours, ZONE, Detection.USUAL);
    }

    /** {@code acts} is asked for each group and whole hours ago. */
    private static List<GroupPulse> groups(int count, BiPredicate<Integer, Integer> acts) {
        return IntStream.range(0, count)
                .mapToObj(group -> {
                    GroupPulse pulse = new GroupPulse();
                    Instant begin = NOW.minus(Duration.ofDays(35));
                    for (Instant at = begin; at.isBefore(NOW); at = at.plus(STEP)) {
                        if (acts.test(group, (int) Duration.between(at, NOW).toHours())) {
                            pulse.beat(at.toEpochMilli());
                        }
                    }
                    return pulse;
                })
                .toList();
    }
}

package dev.hearth.analytics.health.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.Audience;
import dev.hearth.analytics.activity.PartitionActivity;
import dev.hearth.analytics.activity.Place;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/**
 * 500 groups with rhythms of their own by hour and day, half in Berlin, half in Shanghai, over six weeks; then 14 hours
 * minute by minute, in which one is silent for six hours, or one is flooded.
 */
class ColdGroupTest {
    private static final int GROUPS = 500;
    private static final int CHOSEN = 137;
    private static final Instant START = Instant.parse("2026-01-20T00:00:00Z");
    private static final Instant DAWN = Instant.parse("2026-03-03T05:00:00Z");
    private static final Instant EVENING = DAWN.plus(Duration.ofHours(14));
    private static final Instant SILENCE = Instant.parse("2026-03-03T08:17:00Z");
    private static final Duration SIX_HOURS = Duration.ofHours(6);

    private final Random random = new Random(20260303);
    private final List<PartitionActivity> partitions =
            IntStream.range(0, 4).mapToObj(number -> new PartitionActivity()).toList();
    private final CommunityPulse pulse = new CommunityPulse("acme");
    private final Map<String, Spell> open = new HashMap<>();
    private final List<Notice> notices = new ArrayList<>();
    private long acts;

    @Test
    void sixHoursOfSilenceInOneOf500GroupsAreOneSignalAndNoneElsewhere() {
        live((group, at) -> group == CHOSEN && !at.isBefore(SILENCE) && at.isBefore(SILENCE.plus(SIX_HOURS)) ? 0 : 1);
        assertThat(notices).extracting(Notice::group, Notice::begins).containsExactly(tuple(true), tuple(false));
        Notice begun = notices.getFirst();
        assertThat(begun.spell.mood()).isEqualTo(Spell.Mood.COLD);
        assertThat(begun.spell.since())
                .isBetween(SILENCE, SILENCE.plus(SIX_HOURS).plusSeconds(60));
        // Told within a minute of leaving the band: a minute before, it was still within.
        Instant before = begun.spell.since().minus(Duration.ofMinutes(1));
        assertThat(begun.previousBelow).as("was within the band at %s", before).isFalse();
        Notice over = notices.getLast();
        assertThat(over.at).isAfter(SILENCE.plus(SIX_HOURS));
        // The effect: what was done since the signal is less than usual, since most of it was silent.
        assertThat(over.actsSince).isPositive().isLessThan((long) over.usualSince);
    }

    @Test
    void aFloodInOneOf500GroupsIsOneSignalAndNoneElsewhere() {
        Instant flood = SILENCE;
        live((group, at) ->
                group == CHOSEN && !at.isBefore(flood) && at.isBefore(flood.plus(Duration.ofHours(2))) ? 12 : 1);
        assertThat(notices).extracting(Notice::group, Notice::begins).containsExactly(tuple(true), tuple(false));
        assertThat(notices.getFirst().spell.mood()).isEqualTo(Spell.Mood.FLOODED);
        assertThat(notices.getFirst().spell.since()).isBetween(flood, flood.plus(Duration.ofHours(1)));
        assertThat(notices.getLast().actsSince).isGreaterThan((long) notices.getLast().usualSince);
    }

    private static Tuple tuple(boolean begins) {
        return Assertions.tuple("g" + CHOSEN, begins);
    }

    private void live(Change change) {
        for (Instant at = START; at.isBefore(DAWN); at = at.plus(Duration.ofHours(1))) {
            add(at, 60, change);
        }
        for (Instant at = DAWN; at.isBefore(EVENING); at = at.plus(Duration.ofMinutes(1))) {
            add(at, 1, change);
            look(at.plus(Duration.ofMinutes(1)));
        }
    }

    private void look(Instant now) {
        pulse.advance(new Activity(partitions), Audience.EVERYBODY, KindRoles.USUAL, now);
        for (int number = 0; number < GROUPS; number++) {
            String group = "g" + number;
            ZoneId zone = zone(number);
            var _ = pulse.ask(group, beat -> {
                look(group, beat, now, zone);
                return true;
            });
        }
    }

    private void look(String group, GroupPulse beat, Instant now, ZoneId zone) {
        Spell spell = open.get(group);
        if (spell == null) {
            Spell.beginning(beat, now, zone, Detection.USUAL).ifPresent(began -> {
                open.put(group, began.spell());
                boolean previous = beat.coldness(now.minus(Duration.ofMinutes(1)), zone, Detection.USUAL)
                        .map(Reading::isBelow)
                        .orElse(true);
                notices.add(new Notice(group, true, began.spell(), now, previous, 0, 0));
            });
        } else if (spell.isOver(beat, now, zone, Detection.USUAL)) {
            open.remove(group);
            notices.add(new Notice(
                    group,
                    false,
                    spell,
                    now,
                    false,
                    beat.between(spell.since(), now),
                    beat.usual(spell.since(), now, zone, Detection.USUAL)));
        }
    }

    private void add(Instant from, int minutes, Change change) {
        for (int number = 0; number < GROUPS; number++) {
            double mean = rate(number, from) * change.factor(number, from) * minutes / 60;
            int count = poisson(mean);
            for (int i = 0; i < count; i++) {
                Instant at = from.plusSeconds(random.nextInt(minutes * 60));
                String member = "m" + random.nextInt(40);
                partitions
                        .get(Math.floorMod(member.hashCode(), 4))
                        .add(List.of(new Act(
                                "acme",
                                "e" + acts++,
                                member,
                                Place.deed("g" + number, "message.posted"),
                                at.atZone(zone(number)).toLocalDate(),
                                at,
                                null,
                                null)));
            }
        }
    }

    /** Acts an hour: most by day, fewer on Sundays, each group more or less lively and with an evening of its own. */
    private static double rate(int number, Instant at) {
        ZonedDateTime wall = at.atZone(zone(number));
        int hour = wall.getHour();
        double byHour = hour < 7 ? 0.1 : hour < 18 ? 1 : 1.6;
        double byDay = wall.getDayOfWeek() == DayOfWeek.SUNDAY
                ? 0.5
                : wall.getDayOfWeek().getValue() == number % 7 ? 2 : 1;
        return (number == CHOSEN ? 6 : 2 + number % 6) * byHour * byDay;
    }

    private static ZoneId zone(int number) {
        return ZoneId.of(number % 2 == 0 ? "Asia/Shanghai" : "Europe/Berlin");
    }

    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    @FunctionalInterface
    private interface Change {
        double factor(int group, Instant at);
    }

    private record Notice(
            String group,
            boolean begins,
            Spell spell,
            Instant at,
            boolean previousBelow,
            long actsSince,
            double usualSince) {}
}

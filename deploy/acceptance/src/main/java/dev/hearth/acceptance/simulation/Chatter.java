package dev.hearth.acceptance.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** The floods (水群): in some hours a handful of members fill a group with talk of little worth. */
final class Chatter {
    private static final long FLOOD = 4;
    private static final int AN_HOUR = 160;

    private final long seed;
    private final Almanac almanac;
    private final List<Circle> circles;
    private final List<Person> known;

    Chatter(long seed, Almanac almanac, List<Circle> circles, List<Person> known) {
        this.seed = seed;
        this.almanac = almanac;
        this.circles = circles;
        this.known = known;
    }

    void of(LocalDate day, Consumer<Deed> told) {
        Instant end = day.plusDays(1).atStartOfDay(almanac.zone()).toInstant();
        for (Instant hour = day.atStartOfDay(almanac.zone()).toInstant();
                hour.isBefore(end);
                hour = hour.plus(Duration.ofHours(1))) {
            for (int number = 0; number < circles.size(); number++) {
                Mood mood = circles.get(number).mood();
                if (almanac.isFlooded(number, circles.size(), mood, hour)) {
                    flood(number, hour, told);
                }
            }
        }
    }

    private void flood(int number, Instant hour, Consumer<Deed> told) {
        Circle circle = circles.get(number);
        long name = hour.getEpochSecond() / 3_600;
        Chance chance = Chance.of(seed, FLOOD, number, name);
        List<String> loud = loud(circle, hour);
        for (int place = 0; place < AN_HOUR; place++) {
            told.accept(new Deed(
                    circle.id() + "-flood-" + name + "-" + place,
                    hour.plusMillis(chance.below(3_600_000)),
                    chance.of(loud),
                    circle.id(),
                    chance.happens(0.6) ? Kinds.MESSAGE : "reaction.added",
                    null,
                    null));
        }
    }

    private List<String> loud(Circle circle, Instant hour) {
        LocalDate day = LocalDate.ofInstant(hour, almanac.zone());
        List<String> found = known.stream()
                .filter(person -> person.groups().getFirst().equals(circle.id()))
                .filter(person -> person.isAround(day) && person.joinedAt().isBefore(hour))
                .limit(6)
                .map(Person::id)
                .toList();
        return found.isEmpty() ? List.of(circle.owner()) : found;
    }
}

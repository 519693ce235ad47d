package dev.hearth.acceptance.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The live shows (直播): every fourth week many come together for a few hours, watch, react and talk. One begins with the
 * opening, so that whoever looks at the simulation then sees it move; those of the history were like it.
 */
final class Shows {
    /** How long one lasts; long enough to outlive the hour at whose beginning a simulation opens. */
    static final Duration LENGTH = Duration.ofHours(3);

    private static final long SHOW = 5;
    private static final int EVERY_DAYS = 28;
    private static final int MOST_DEEDS = 16;

    private final long seed;
    private final Society society;
    private final Almanac almanac;
    private final List<Person> known;

    Shows(long seed, Society society, Almanac almanac, List<Person> known) {
        this.seed = seed;
        this.society = society;
        this.almanac = almanac;
        this.known = known;
    }

    /** What is done at the show that begins on that day, if one does; in no order. */
    void of(LocalDate day, Consumer<Deed> told) {
        if (Math.floorMod(day.toEpochDay() - almanac.openingDay().toEpochDay(), EVERY_DAYS) != 0) {
            return;
        }
        Instant start = almanac.opening()
                .atZone(almanac.zone())
                .toLocalTime()
                .atDate(day)
                .atZone(almanac.zone())
                .toInstant();
        known.stream()
                .filter(person -> person.isAround(day) && person.joinedAt().isBefore(start))
                .forEach(person -> watch(person, day, start, told));
    }

    /** Who does more is likelier to come, and does more there. */
    private void watch(Person person, LocalDate day, Instant start, Consumer<Deed> told) {
        Chance chance = Chance.of(seed, society.number(), SHOW, person.id().hashCode(), day.toEpochDay());
        double zeal = person.habit().zeal();
        if (!chance.happens(zeal)) {
            return;
        }
        int deeds = 1 + chance.below(1 + (int) Math.round(MOST_DEEDS * (0.4 + zeal)));
        for (int number = 0; number < deeds; number++) {
            String id = person.id() + "-show-" + day.toEpochDay() + "-" + number;
            Instant at = start.plusMillis((long) (chance.fraction() * LENGTH.toMillis()));
            told.accept(number == 0 ? watched(id, at, person, day, chance) : said(id, at, person, day, chance));
        }
    }

    private static Deed watched(String id, Instant at, Person person, LocalDate day, Chance chance) {
        long seconds = 120L + chance.below((int) LENGTH.toSeconds() / 2);
        return deed(id, at, person, "live.watched", "show-" + day, seconds);
    }

    private static Deed said(String id, Instant at, Person person, LocalDate day, Chance chance) {
        int drawn = chance.below(20);
        String kind = switch (drawn) {
            case 0, 1, 2 -> Kinds.MESSAGE;
            case 3 -> Kinds.QUESTION;
            case 4, 5, 6, 7 -> "comment.posted";
            case 8 -> "vote.cast";
            default -> "reaction.added";
        };
        return deed(id, at, person, kind, "show-" + day, null);
    }

    private static Deed deed(
            String id, Instant at, Person person, String kind, @Nullable String target, @Nullable Long value) {
        // In no group: a show is the community's, and no group is flooded by it.
        return new Deed(id, at, person.id(), null, kind, target, value);
    }
}

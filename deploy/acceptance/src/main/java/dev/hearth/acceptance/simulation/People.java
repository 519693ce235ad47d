package dev.hearth.acceptance.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The members of one community: those of the history, and who comes on each day after it. */
final class People {
    private static final long PERSON = 1;
    private static final long NEWCOMER = 2;
    private static final int BEFORE = 180;
    private static final List<String> CHANNELS =
            List.of("search", "search", "store-qr", "store-qr", "newsletter", "advert", "advert", "invite", "invite");
    private static final List<String> TAGS = List.of("new-parent", "student", "early-bird", "night-owl", "local");

    private final long seed;
    private final Society society;
    private final Almanac almanac;
    private final int groups;
    private final int members;
    private final List<Person> known = new ArrayList<>();

    People(long seed, Society society, Almanac almanac, int groups, int members) {
        this.seed = seed;
        this.society = society;
        this.almanac = almanac;
        this.groups = groups;
        this.members = members;
        for (int number = 0; number < members; number++) {
            known.add(number < groups ? owner(number) : founder(number));
        }
    }

    /** Members of the history; the first ones own the groups, each the one of its number. */
    List<Person> known() {
        return known;
    }

    /** Who comes on a day after the history. */
    List<Person> newcomers(LocalDate day) {
        int days = (int) (almanac.openingDay().toEpochDay() - almanac.firstDay().toEpochDay());
        Chance chance = Chance.of(seed, society.number(), NEWCOMER, day.toEpochDay());
        int count = Math.max(1, members * 45 / (100 * days)) + chance.below(3);
        List<Person> came = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            String id = society.id() + "-n" + day.toEpochDay() + "-" + number;
            Person person =
                    person(id, number, Chance.of(seed, society.number(), NEWCOMER, day.toEpochDay(), number), day);
            // On the first such day some would have come within the history.
            if (!person.joinedAt().isBefore(almanac.opening())) {
                came.add(person);
            }
        }
        return came;
    }

    String idOf(int number) {
        return String.format(Locale.ROOT, "%s-%05d", society.id(), number);
    }

    static String groupId(Society society, int number) {
        return String.format(Locale.ROOT, "%s-g%03d", society.id(), number);
    }

    static Mood mood(int number) {
        return switch (number % 13) {
            case 1 -> Mood.COLD;
            case 2 -> Mood.FLOODED;
            case 3 -> Mood.SPAMMED;
            case 6 -> Mood.LEADERLESS;
            default -> Mood.STEADY;
        };
    }

    private Person owner(int number) {
        Chance chance = Chance.of(seed, society.number(), PERSON, number);
        LocalDate joined = almanac.firstDay().minusDays(BEFORE + 20L);
        boolean absent = mood(number) == Mood.LEADERLESS;
        return new Person(
                idOf(number),
                Names.handle(chance, number),
                "team",
                null,
                at(joined, chance),
                absent ? joined.plusDays(5) : null,
                List.of(groupId(society, number)),
                List.of("host"),
                5,
                false,
                new Habit(Habit.Rhythm.DAILY, 0, 0.85, 7 + chance.below(14), 4));
    }

    private Person founder(int number) {
        Chance chance = Chance.of(seed, society.number(), PERSON, number);
        int days = (int) (almanac.openingDay().toEpochDay() - almanac.firstDay().toEpochDay());
        LocalDate joined = chance.happens(0.55)
                ? almanac.firstDay().minusDays(1L + chance.below(BEFORE))
                : almanac.firstDay().plusDays(chance.below(days));
        return person(idOf(number), number, chance, joined);
    }

    private Person person(String id, int number, Chance chance, LocalDate joined) {
        String channel = chance.of(CHANNELS);
        Instant joinedAt = at(joined, chance);
        TreeSet<String> tags = new TreeSet<>();
        if (chance.happens(0.4)) {
            tags.add(chance.of(TAGS));
        }
        return new Person(
                id,
                Names.handle(chance, number),
                channel,
                channel.equals("invite") ? inviter(chance, joinedAt) : null,
                joinedAt,
                lastDay(chance, channel, joined),
                groups(chance),
                List.copyOf(tags),
                chance.skewed(5),
                chance.happens(0.005),
                habit(chance));
    }

    /** Somebody who is still around: an owner where no other is met in a few tries. */
    private @Nullable String inviter(Chance chance, Instant joinedAt) {
        for (int tries = 0; tries < 4 && known.size() > groups; tries++) {
            Person met = known.get(chance.below(known.size()));
            if (met.lastDay() == null && met.joinedAt().isBefore(joinedAt)) {
                return met.id();
            }
        }
        return idOf(0);
    }

    /** A third stays; the others go at a rate that depends on where they came from. */
    private @Nullable LocalDate lastDay(Chance chance, String channel, LocalDate joined) {
        if (chance.happens(0.35)) {
            return null;
        }
        double rate = switch (channel) {
            case "advert" -> 0.03;
            case "store-qr" -> 0.015;
            default -> 0.006;
        };
        LocalDate since = joined.isBefore(almanac.firstDay()) ? almanac.firstDay() : joined;
        return since.plusDays((long) (Math.log(1 - chance.fraction()) / Math.log(1 - rate)));
    }

    private List<String> groups(Chance chance) {
        List<String> in = new ArrayList<>();
        int count = 1 + (chance.happens(0.3) ? 1 : 0) + (chance.happens(0.1) ? 1 : 0);
        for (int place = 0; place < count; place++) {
            String group = groupId(society, chance.happens(0.5) ? chance.below(groups) : chance.skewed(groups));
            if (!in.contains(group)) {
                in.add(group);
            }
        }
        return in;
    }

    private static Habit habit(Chance chance) {
        double zeal = 0.04 + 0.9 * Math.pow(chance.fraction(), 3);
        Habit.Rhythm rhythm = chance.of(List.of(Habit.Rhythm.values()));
        int hour = chance.happens(0.6) ? 18 + chance.below(5) : 6 + chance.below(14);
        return new Habit(rhythm, chance.below(21), zeal, hour, 1.5 + 3 * chance.fraction());
    }

    private Instant at(LocalDate day, Chance chance) {
        return day.atTime(LocalTime.of(7 + chance.below(15), chance.below(60), chance.below(60)))
                .atZone(almanac.zone())
                .toInstant();
    }
}

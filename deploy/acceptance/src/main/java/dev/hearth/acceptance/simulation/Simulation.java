package dev.hearth.acceptance.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One simulated community. It has a history that ends with the opening, and goes on after it for ever. Whatever it is
 * asked, and in whatever pieces, the same seed, scale, society and opening give the same members and deeds: those of
 * two stretches that meet are those of both together. Not thread-safe.
 */
public final class Simulation {
    /** What follows from a day's visits is over within a day after it. */
    private static final int DAYS_KEPT = 4;

    private final long seed;
    private final Scale scale;
    private final Society society;
    private final Almanac almanac;
    private final List<Circle> circles;
    private final People people;
    private final Visits visits;
    private final Chatter chatter;
    private final Shows shows;
    private final Map<LocalDate, List<Deed>> made = new LinkedHashMap<>();
    private final Map<LocalDate, List<Person>> newcomers = new LinkedHashMap<>();

    /**
     * @param seed chooses among all communities that could be
     * @param opening where history ends; its last day is the day before
     */
    public Simulation(long seed, Scale scale, Society society, Instant opening) {
        this.seed = seed;
        this.scale = scale;
        this.society = society;
        this.almanac = new Almanac(seed, opening.truncatedTo(ChronoUnit.HOURS), society.zone(), scale.days());
        int groups = scale.share(scale.groups(), society.number());
        this.people = new People(seed, society, almanac, groups, scale.share(scale.members(), society.number()));
        this.circles = IntStream.range(0, groups)
                .mapToObj(number -> new Circle(
                        People.groupId(society, number), Names.group(number), People.mood(number), people.idOf(number)))
                .toList();
        this.visits = new Visits(seed, almanac, circles, people.known());
        this.chatter = new Chatter(seed, almanac, circles, people.known());
        this.shows = new Shows(seed, society, almanac, people.known());
    }

    /** The simulations of all communities of that scale. */
    public static List<Simulation> all(long seed, Scale scale, Instant opening) {
        return Stream.of(Society.values())
                .limit(scale.communities())
                .map(society -> new Simulation(seed, scale, society, opening))
                .toList();
    }

    /** The same again, for another thread. */
    public Simulation twin() {
        return new Simulation(seed, scale, society, almanac.opening());
    }

    public Society society() {
        return society;
    }

    /** Its groups. */
    public List<Circle> circles() {
        return circles;
    }

    /** The first day of the history, in the community's zone. */
    public LocalDate firstDay() {
        return almanac.firstDay();
    }

    /** The day on which the history ends, in the community's zone. */
    public LocalDate openingDay() {
        return almanac.openingDay();
    }

    /** Where the history ends: a full hour. */
    public Instant opening() {
        return almanac.opening();
    }

    public Festival festival() {
        return almanac.festival();
    }

    /** When the first deed may be: the beginning of the first day. */
    public Instant beginning() {
        return almanac.firstDay().atStartOfDay(almanac.zone()).toInstant();
    }

    /** All who joined before the opening. */
    public List<Person> founders() {
        return List.copyOf(people.known());
    }

    /** All who joined before {@code until}, which is not before the opening. */
    public List<Person> members(Instant until) {
        List<Person> all = new ArrayList<>(people.known());
        all.addAll(arrivals(opening(), until));
        return all;
    }

    /** Who joins from {@code from}, not before the opening, to before {@code until}, by time. */
    public List<Person> arrivals(Instant from, Instant until) {
        LocalDate last = day(until);
        List<Person> came = new ArrayList<>();
        for (LocalDate day = later(day(from), almanac.openingDay()); !day.isAfter(last); day = day.plusDays(1)) {
            newcomersOf(day).stream()
                    .filter(person -> !person.joinedAt().isBefore(from)
                            && person.joinedAt().isBefore(until))
                    .forEach(came::add);
        }
        came.sort(Comparator.comparing(Person::joinedAt).thenComparing(Person::id));
        return came;
    }

    /** What is done from {@code from} to before {@code until}, by time. */
    public List<Deed> deeds(Instant from, Instant until) {
        LocalDate last = day(until);
        List<Deed> done = new ArrayList<>();
        for (LocalDate day = later(day(from).minusDays(1), almanac.firstDay());
                !day.isAfter(last);
                day = day.plusDays(1)) {
            for (Deed deed : madeOn(day)) {
                if (!deed.at().isBefore(from) && deed.at().isBefore(until)) {
                    done.add(deed);
                }
            }
        }
        done.sort(Comparator.comparing(Deed::at).thenComparing(Deed::id));
        return done;
    }

    private List<Deed> madeOn(LocalDate day) {
        List<Deed> known = made.get(day);
        if (known != null) {
            return known;
        }
        List<Deed> deeds = new ArrayList<>();
        people.known().forEach(person -> visits.of(person, day, deeds::add));
        for (LocalDate came = almanac.openingDay(); !came.isAfter(day); came = came.plusDays(1)) {
            newcomersOf(came).forEach(person -> visits.of(person, day, deeds::add));
        }
        chatter.of(day, deeds::add);
        shows.of(day, deeds::add);
        deeds.removeIf(deed -> deed.at().isBefore(beginning()));
        made.put(day, deeds);
        if (made.size() > DAYS_KEPT) {
            made.remove(made.keySet().iterator().next());
        }
        return deeds;
    }

    private List<Person> newcomersOf(LocalDate day) {
        return newcomers.computeIfAbsent(day, people::newcomers);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, almanac.zone());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}

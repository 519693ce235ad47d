package dev.hearth.acceptance.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final Instant OPENING = Instant.parse("2026-03-20T09:00:00Z");
    private static final Scale SMALL = new Scale(1, 8, 300, 40);

    @Property(tries = 25)
    void isTheSameForASeedInWhateverPiecesItIsAskedFor(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60 * 24 * 10) int minutes) {
        Scale scale = new Scale(1, 4, 60, 14);
        Simulation whole = new Simulation(seed, scale, Society.KITCHEN, OPENING);
        Simulation pieces = new Simulation(seed, scale, Society.KITCHEN, OPENING);
        Instant end = OPENING.plus(Duration.ofDays(3));
        List<Deed> deeds = new ArrayList<>();
        List<Person> came = new ArrayList<>();
        for (Instant at = whole.beginning(); at.isBefore(end); at = at.plus(Duration.ofMinutes(minutes))) {
            Instant next = at.plus(Duration.ofMinutes(minutes));
            Instant until = next.isBefore(end) ? next : end;
            deeds.addAll(pieces.deeds(at, until));
            came.addAll(pieces.arrivals(at, until));
        }

        assertThat(deeds).isEqualTo(whole.deeds(whole.beginning(), end));
        assertThat(came).isEqualTo(whole.arrivals(whole.beginning(), end)).isNotEmpty();
        assertThat(pieces.founders()).isEqualTo(whole.founders());
    }

    @Property(tries = 20)
    void nobodyActsBeforeJoiningNorAfterTheLastDayNorTwiceUnderOneId(@ForAll long seed) {
        Simulation simulation = new Simulation(seed, SMALL, Society.DAWN, OPENING);
        Instant end = OPENING.plus(Duration.ofDays(4));
        Map<String, Person> people = people(simulation, end);
        Set<String> ids = new HashSet<>();
        Set<String> groups = simulation.circles().stream().map(Circle::id).collect(Collectors.toSet());

        for (Deed deed : simulation.deeds(simulation.beginning(), end)) {
            Person person = people.get(deed.member());
            assertThat(person).as(deed.toString()).isNotNull();
            assertThat(deed.at()).isAfterOrEqualTo(simulation.beginning()).isBefore(end);
            assertThat(ids.add(deed.id())).as(deed.toString()).isTrue();
            assertThat(deed.id()).matches("[A-Za-z0-9_.:-]{1,128}");
            assertThat(deed.group() == null || groups.contains(deed.group())).isTrue();
            if (!deed.kind().equals("invitation.sent")) {
                assertThat(deed.at()).as(deed.toString()).isAfterOrEqualTo(person.joinedAt());
            }
            if (person.lastDay() != null) {
                // What follows from a visit, such as a refund, comes within a day.
                assertThat(day(deed.at())).isBeforeOrEqualTo(person.lastDay().plusDays(1));
            }
        }
    }

    @Property(tries = 10)
    void othersComeOfAnotherSeed(@ForAll long seed) {
        Simulation one = new Simulation(seed, SMALL, Society.DAWN, OPENING);
        Simulation other = new Simulation(seed + 1, SMALL, Society.DAWN, OPENING);

        assertThat(one.founders()).isNotEqualTo(other.founders());
        assertThat(one.deeds(one.beginning(), OPENING)).isNotEqualTo(other.deeds(other.beginning(), OPENING));
    }

    @Test
    void hasWhatEachFigureNeeds() {
        Simulation simulation = new Simulation(7, SMALL, Society.DAWN, OPENING);
        Map<String, Long> kinds = simulation.deeds(simulation.beginning(), OPENING).stream()
                .collect(Collectors.groupingBy(Deed::kind, Collectors.counting()));

        assertThat(kinds)
                .containsKeys(
                        "message.posted",
                        "reply.posted",
                        "reaction.added",
                        "mention.made",
                        "content.published",
                        "content.viewed",
                        "question.asked",
                        "answer.posted",
                        "vote.cast",
                        "poll.answered",
                        "check-in.made",
                        "activity.joined",
                        "activity.attended",
                        "app.visited",
                        "invitation.sent",
                        "referral.completed",
                        "purchase.made",
                        "purchase.refunded",
                        "csat.rated",
                        "survey.sent",
                        "feedback.given",
                        "ad.posted");
        assertThat(simulation.founders().stream().map(Person::channel).distinct())
                .contains("search", "store-qr", "newsletter", "advert", "invite", "team");
        assertThat(simulation.founders()).anyMatch(Person::planted).anyMatch(person -> person.lastDay() != null);
    }

    @Test
    void aFestivalIsLivelierThanTheDaysAroundIt() {
        Simulation simulation = new Simulation(7, new Scale(1, 8, 2_000, 60), Society.DAWN, OPENING);
        Festival festival = simulation.festival();
        double within = perDay(simulation, festival.from(), 3);
        double before = perDay(simulation, festival.from().minusDays(14), 14);

        assertThat(within / before).isBetween(1.3, 2.2);
    }

    @Test
    void membersKeepTheirHabits() {
        Simulation simulation = new Simulation(7, new Scale(1, 8, 2_000, 60), Society.DAWN, OPENING);
        Map<String, Person> people = people(simulation, OPENING);
        List<Deed> visits = simulation.deeds(simulation.beginning(), OPENING).stream()
                .filter(deed -> deed.kind().equals("app.visited"))
                .toList();

        assertThat(shareOfWeekends(visits, of(people, Habit.Rhythm.WEEKENDS))).isGreaterThan(0.6);
        assertThat(shareOfWeekends(visits, of(people, Habit.Rhythm.WORKDAYS))).isLessThan(0.15);
    }

    @Test
    void coldGroupsFallSilentAndFloodedOnesOverflow() {
        Simulation simulation = new Simulation(7, new Scale(1, 14, 2_000, 60), Society.DAWN, OPENING);
        Instant lately = OPENING.minus(Duration.ofHours(35));
        Map<String, Long> before = inGroups(simulation, lately.minus(Duration.ofDays(14)), lately);
        Map<String, Long> now = inGroups(simulation, lately, OPENING.minus(Duration.ofHours(2)));
        Map<String, Long> atLast = inGroups(simulation, OPENING.minus(Duration.ofHours(2)), OPENING);

        for (Circle circle : simulation.circles()) {
            assertThat(before.getOrDefault(circle.id(), 0L)).isGreaterThan(50);
            switch (circle.mood()) {
                // What others answered to questions of the day before may still come.
                case COLD -> assertThat(now.getOrDefault(circle.id(), 0L)).isLessThan(8);
                case FLOODED -> assertThat(atLast.getOrDefault(circle.id(), 0L)).isGreaterThan(300);
                case STEADY, SPAMMED, LEADERLESS -> {
                    assertThat(now.getOrDefault(circle.id(), 0L)).isGreaterThan(8);
                    assertThat(atLast.getOrDefault(circle.id(), 0L)).isLessThan(150);
                }
            }
        }
    }

    /** Whoever opens the demo sees it move, and its first day is no day like no other. */
    @Test
    void aShowBeginsWithTheOpeningAsLivelyAsThoseOfTheHistory() {
        Simulation simulation = new Simulation(7, new Scale(1, 8, 6_600, 60), Society.DAWN, OPENING);
        double opening = showDeeds(simulation, OPENING);
        double before = showDeeds(simulation, OPENING.minus(Duration.ofDays(28)));
        double earlier = showDeeds(simulation, OPENING.minus(Duration.ofDays(56)));

        assertThat(opening / Shows.LENGTH.toSeconds())
                .as("deeds a second of a third of the demo")
                .isBetween(0.5, 2.0);
        assertThat(before / opening).isBetween(0.7, 1.4);
        assertThat(earlier / opening).isBetween(0.6, 1.6);
        assertThat(showDeeds(simulation, OPENING.minus(Duration.ofDays(7)))).isZero();
        assertThat(showDeeds(simulation, OPENING.plus(Duration.ofDays(28)))).isPositive();
    }

    private static long showDeeds(Simulation simulation, Instant from) {
        return simulation.deeds(from, from.plus(Shows.LENGTH)).stream()
                .filter(deed -> deed.id().contains("-show-"))
                .count();
    }

    @Test
    void isAsLargeAsAsked() {
        Scale scale = new Scale(3, 20, 500, 20);
        List<Simulation> all = Simulation.all(7, scale, OPENING);

        assertThat(all).hasSize(3);
        assertThat(all.stream().mapToInt(one -> one.founders().size()).sum()).isEqualTo(500);
        assertThat(all.stream().mapToInt(one -> one.circles().size()).sum()).isEqualTo(20);
        assertThat(all)
                .allSatisfy(one ->
                        assertThat(one.firstDay()).isEqualTo(one.openingDay().minusDays(20)));
    }

    @Test
    void refusesSizesThatMakeNoSense() {
        assertThatThrownBy(() -> new Scale(4, 100, 1_000, 30)).hasMessageContaining("communities");
        assertThatThrownBy(() -> new Scale(3, 11, 1_000, 30)).hasMessageContaining("groups");
        assertThatThrownBy(() -> new Scale(1, 30, 29, 30)).hasMessageContaining("members");
        assertThatThrownBy(() -> new Scale(1, 4, 60, 13)).hasMessageContaining("days");
    }

    private static Map<String, Person> people(Simulation simulation, Instant until) {
        return simulation.members(until).stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    private static double perDay(Simulation simulation, LocalDate from, int days) {
        Instant start = from.atStartOfDay(Society.DAWN.zone()).toInstant();
        return (double) simulation
                        .deeds(start, start.plus(Duration.ofDays(days)))
                        .size()
                / days;
    }

    private static Predicate<Deed> of(Map<String, Person> people, Habit.Rhythm rhythm) {
        Set<String> whose = people.values().stream()
                .filter(person -> person.habit().rhythm() == rhythm)
                .map(Person::id)
                .collect(Collectors.toSet());
        return deed -> whose.contains(deed.member());
    }

    private static double shareOfWeekends(List<Deed> visits, Predicate<Deed> whose) {
        List<Deed> theirs = visits.stream().filter(whose).toList();
        long onWeekends = theirs.stream()
                .filter(deed -> day(deed.at()).getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0)
                .count();
        return (double) onWeekends / theirs.size();
    }

    private static Map<String, Long> inGroups(Simulation simulation, Instant from, Instant until) {
        return simulation.deeds(from, until).stream()
                .filter(deed -> deed.group() != null)
                .collect(Collectors.groupingBy(deed -> String.valueOf(deed.group()), Collectors.counting()));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Society.DAWN.zone());
    }
}

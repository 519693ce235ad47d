package dev.hearth.acceptance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hearth.acceptance.demo.Filling;
import dev.hearth.acceptance.replay.Screen;
import dev.hearth.acceptance.simulation.Circle;
import dev.hearth.acceptance.simulation.Deed;
import dev.hearth.acceptance.simulation.Mood;
import dev.hearth.acceptance.simulation.Person;
import dev.hearth.acceptance.simulation.Scale;
import dev.hearth.acceptance.simulation.Simulation;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the demo puts in through the front door comes out as what the simulation itself adds up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatedCommunityIT {
    /** Large and long enough for groups to have a band of their own. */
    private static final Scale SCALE = new Scale(1, 7, 1_400, 45);

    private final Instant now = Instant.now();
    private final Simulation simulation = Simulation.all(20261123, SCALE, now).getFirst();
    private final String community = "/communities/" + simulation.society().id();

    private final RunningSuite suite = RunningSuite.shared();
    private final Set<String> planted = simulation.members(now).stream()
            .filter(Person::planted)
            .map(Person::id)
            .collect(Collectors.toSet());
    private final List<Deed> deeds = simulation.deeds(simulation.beginning(), now).stream()
            .filter(deed -> !planted.contains(deed.member()))
            .toList();

    @BeforeAll
    void fillTheSuiteTwice() {
        for (int time = 0; time < 2; time++) {
            // The second time nothing may change.
            PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
            new Filling(suite.client(), suite.addresses(), new Screen(nowhere, false), List.of(simulation.twin()))
                    .history(now);
        }
    }

    @Test
    void eachDayHasTheEventsOfEachKindThatWereSimulated() {
        Map<String, Long> expected = new TreeMap<>();
        deeds.forEach(deed -> expected.merge(day(deed) + " " + deed.kind(), 1L, Long::sum));

        Map<String, Long> measured = new TreeMap<>();
        for (JsonNode day : items("/event-counts?period=DAY&" + window())) {
            day.path("kinds")
                    .forEach(kind -> measured.put(
                            day.path("period").asText() + " "
                                    + kind.path("kind").asText(),
                            kind.path("events").asLong()));
        }

        assertThat(expected).hasSizeGreaterThan(500);
        assertThat(measured).isEqualTo(expected);
    }

    @Test
    void eachDayHasTheActiveMembersThatWereSimulated() {
        Map<String, Set<String>> expected = new TreeMap<>();
        deeds.forEach(deed ->
                expected.computeIfAbsent(day(deed), first -> new HashSet<>()).add(deed.member()));

        Map<String, Integer> measured = new TreeMap<>();
        items("/active-members?period=DAY&" + window())
                .forEach(day -> measured.put(
                        day.path("period").asText(), day.path("activeMembers").asInt()));
        measured.values().removeIf(members -> members == 0);

        assertThat(measured)
                .isEqualTo(expected.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, day -> day.getValue().size())));
    }

    @Test
    void eachChannelBroughtWhoJoinedByIt() {
        LocalDate first = simulation.members(now).stream()
                .map(person -> joined(person))
                .min(LocalDate::compareTo)
                .orElseThrow();
        Map<String, Long> expected = simulation.members(now).stream()
                .filter(person -> !person.planted())
                .collect(Collectors.groupingBy(Person::channel, TreeMap::new, Collectors.counting()));

        Map<String, Long> measured = new TreeMap<>();
        items("/acquisition?from=" + first + "&to=" + LocalDate.ofInstant(now, ZoneOffset.UTC))
                .forEach(channel -> measured.put(
                        channel.path("channel").asText(), channel.path("joined").asLong()));

        assertThat(measured).isEqualTo(expected);
    }

    @Test
    void theLedgerPaidWhatTheRulesSayForWhatWasSimulated() {
        Map<String, Long> expected = earned();
        JsonNode board = get("/leaderboards?by=POINTS&currency=points&limit=100");

        assertThat(board.path("items")).hasSize(100);
        board.path("items")
                .forEach(place -> assertThat(place.path("score").asLong())
                        .as(place.path("memberId").asText())
                        .isEqualTo(expected.get(place.path("memberId").asText())));
        assertThat(board.path("items").path(0).path("score").asLong())
                .isEqualTo(expected.values().stream().max(Long::compareTo).orElseThrow());
    }

    /** By the rules that the demo makes: written down here once more, so that a fault in either shows. */
    private Map<String, Long> earned() {
        Map<String, Long> talk = new TreeMap<>();
        Set<String> checkedIn = new HashSet<>();
        Map<String, Long> points = new TreeMap<>();
        for (Deed deed : deeds) {
            String memberDay = deed.member() + " " + day(deed);
            long paid = switch (deed.kind()) {
                case "message.posted", "reply.posted" -> talk.merge(memberDay, 1L, Long::sum) <= 10 ? 1 : 0;
                case "answer.posted" -> 4;
                case "content.published" -> 8;
                case "check-in.made" -> checkedIn.add(memberDay) ? 2 : 0;
                case "purchase.made" -> deed.value() != null && deed.value() >= 5_000 ? 15 : 0;
                case "activity.attended" -> 20;
                case "referral.completed" -> 30;
                default -> 0;
            };
            points.merge(deed.member(), paid, Long::sum);
        }
        return points;
    }

    @Test
    void groupsThatAreSimulatedColdOrFloodedAreFoundSoAndNoOtherIsCold() {
        Map<String, String> expected = simulation.circles().stream()
                .filter(circle -> circle.mood() == Mood.COLD || circle.mood() == Mood.FLOODED)
                .collect(Collectors.toMap(Circle::id, circle -> circle.mood().name()));

        // Groups are looked at every few seconds, once all that was recorded is known.
        Map<String, String> measured =
                Eventually.get(this::moods, moods -> moods.entrySet().containsAll(expected.entrySet()));

        assertThat(expected).containsValues("COLD", "FLOODED");
        assertThat(measured).containsAllEntriesOf(expected);
        // A chance burst may well flood a small group for an hour; silence for more than a day is no chance.
        assertThat(measured.entrySet())
                .filteredOn(group -> group.getValue().equals("COLD"))
                .extracting(Map.Entry::getKey)
                .allMatch(expected::containsKey);
    }

    private Map<String, String> moods() {
        Map<String, String> moods = new TreeMap<>();
        items("/groups/health?limit=100").forEach(group -> {
            if (!group.path("mood").isNull()) {
                moods.put(group.path("group").asText(), group.path("mood").asText());
            }
        });
        return moods;
    }

    private String day(Deed deed) {
        return LocalDate.ofInstant(deed.at(), simulation.society().zone()).toString();
    }

    private static LocalDate joined(Person person) {
        return LocalDate.ofInstant(person.joinedAt(), ZoneOffset.UTC);
    }

    private String window() {
        return "from=" + simulation.firstDay() + "&to="
                + LocalDate.ofInstant(now, simulation.society().zone());
    }

    private JsonNode items(String path) {
        return get(path).path("items");
    }

    private JsonNode get(String path) {
        URI address = suite.analytics(community + path);
        return suite.client().get(address).orFail("GET " + address).body();
    }
}

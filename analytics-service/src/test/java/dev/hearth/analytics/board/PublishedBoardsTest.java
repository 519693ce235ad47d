package dev.hearth.analytics.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.Audience;
import dev.hearth.analytics.activity.PartitionActivity;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.activity.Place;
import dev.hearth.analytics.activity.Selection;
import dev.hearth.analytics.activity.Window;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every value of two real communities' published leaderboards and event counts; skipped where the data is absent. */
class PublishedBoardsTest {
    private static final int PARTITIONS = 8;
    private static final BoardSpec ALL =
            new BoardSpec("acme", null, Set.of(), new Scoring.Events(), Integer.MIN_VALUE, Integer.MAX_VALUE);

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({"collegemsg,false", "collegemsg,true", "qcse,false", "qcse,true"})
    void leaderboardsAreAsPublished(String folder, boolean shuffled) throws IOException {
        Path data = data(folder);
        JsonNode published = json.readTree(data.resolve("leaderboards.json").toFile());
        List<Act> acts = acts(data.resolve("events.csv.gz"), shuffled);
        List<PartitionActivity> partitions =
                Stream.generate(PartitionActivity::new).limit(PARTITIONS).toList();
        Activity activity = new Activity(partitions);
        Boards boards = BoardConfigs.roomy();
        // Boards are asked while the events come, so that they are kept up.
        int each = acts.size() / 20 + 1;
        for (int from = 0; from < acts.size(); from += each) {
            add(acts.subList(from, Math.min(acts.size(), from + each)), partitions);
            assertThat(first(boards, activity, ALL, 20).members()).isPositive();
        }
        assertBoard(published.get("all_time"), boards, activity, ALL);
        LocalDate monday = LocalDate.parse(published.get("week").get("monday").asText());
        int first = Math.toIntExact(monday.toEpochDay());
        assertBoard(
                published.get("week"),
                boards,
                activity,
                new BoardSpec("acme", null, Set.of(), new Scoring.Events(), first, first + 6));
        for (Map.Entry<String, JsonNode> kind :
                published.get("all_time_by_kind").properties()) {
            assertBoard(
                    kind.getValue(),
                    boards,
                    activity,
                    new BoardSpec(
                            "acme",
                            null,
                            Set.of(kind.getKey()),
                            new Scoring.Events(),
                            Integer.MIN_VALUE,
                            Integer.MAX_VALUE));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "collegemsg,events.csv.gz,daily_counts.json,false",
        "collegemsg,events.csv.gz,daily_counts.json,true",
        "qcse,events.csv.gz,daily_counts.json,false",
        "qcse,events.csv.gz,daily_counts.json,true",
        "qcse,other_events.csv.gz,daily_counts_other.json,false",
        "qcse,other_events.csv.gz,daily_counts_other.json,true"
    })
    void eventCountsAreAsPublished(String folder, String events, String counts, boolean shuffled) throws IOException {
        Path data = data(folder);
        JsonNode published = json.readTree(data.resolve(counts).toFile());
        List<PartitionActivity> partitions =
                Stream.generate(PartitionActivity::new).limit(PARTITIONS).toList();
        add(acts(data.resolve(events), shuffled), partitions);
        Activity activity = new Activity(partitions);
        List<Window> windows = Period.DAY.windows(activity.days("acme").orElseThrow());
        EventCounts counted = count(activity, windows);
        JsonNode days = published.get("days");
        assertThat(windows).hasSize(days.size());
        for (int day = 0; day < days.size(); day++) {
            assertDay(published.get("kinds"), days.get(day), windows.get(day), counted, day);
        }
        Map<String, Long> totals = new TreeMap<>();
        counted.byKind()
                .forEach((kind, tallies) -> totals.put(
                        kind,
                        tallies.stream().mapToLong(EventCounts.Tally::events).sum()));
        Map<String, Long> expected = new TreeMap<>();
        published
                .get("totals")
                .properties()
                .forEach(kind -> expected.put(kind.getKey(), kind.getValue().asLong()));
        assertThat(totals).isEqualTo(expected);
    }

    private static void assertDay(JsonNode kinds, JsonNode day, Window window, EventCounts counted, int index) {
        assertThat(window.name()).isEqualTo(day.get("day").asText());
        long total = 0;
        for (JsonNode kind : kinds) {
            long expected = day.get(kind.asText()).asLong();
            total += expected;
            List<EventCounts.Tally> tallies = counted.byKind().get(kind.asText());
            assertThat(tallies == null ? 0 : tallies.get(index).events())
                    .as("%s on %s", kind.asText(), window.name())
                    .isEqualTo(expected);
        }
        assertThat(counted.total(index).events()).as(window.name()).isEqualTo(total);
        assertThat(day.path("total").asLong(total)).isEqualTo(total);
    }

    private static EventCounts count(Activity activity, List<Window> windows) {
        return activity.ask("acme", each -> EventCounts.of(each, Selection.ofCommunity("acme"), windows)).stream()
                .reduce(EventCounts.NONE, EventCounts::plus);
    }

    /** Published places are numbered one after the other; a tie at the end may list any of those tied. */
    private static void assertBoard(JsonNode published, Boards boards, Activity activity, BoardSpec spec) {
        JsonNode top = published.get("top");
        Leaderboard board = first(boards, activity, spec, top.size());
        List<String> places = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < top.size(); i++) {
            places.add(
                    board.places().get(i).member() + "=" + board.places().get(i).score());
            expected.add(top.get(i).get("user").asText() + "="
                    + top.get(i).get("value").asLong());
        }
        assertThat(places).isEqualTo(expected);
        assertThat(board.cutOff())
                .isEqualTo(Optional.of(new Leaderboard.CutOff(
                        published.get("cutoff_value").asLong(),
                        published.get("users_at_cutoff").asLong(),
                        published.get("listed_at_cutoff").asLong())));
        Map<Long, Long> firstWith = new HashMap<>();
        for (int i = 0; i < top.size(); i++) {
            long rank = i + 1L;
            long shared = firstWith.computeIfAbsent(top.get(i).get("value").asLong(), score -> rank);
            assertThat(board.places().get(i).rank()).isEqualTo(shared);
            assertThat(Rank.of(
                                    boards,
                                    activity,
                                    spec,
                                    "all",
                                    Audience.EVERYBODY,
                                    top.get(i).get("user").asText())
                            .map(Rank::rank))
                    .isEqualTo(Optional.of(shared));
        }
    }

    private static Leaderboard first(Boards boards, Activity activity, BoardSpec spec, int limit) {
        return Leaderboard.of(
                boards.ask(
                        activity,
                        spec,
                        "all",
                        Audience.EVERYBODY,
                        (each, board, standing) -> Leaderboard.Part.of(each, standing, limit)),
                limit);
    }

    private static void add(List<Act> acts, List<PartitionActivity> partitions) {
        acts.forEach(act -> partitions
                .get(Math.floorMod(act.member().hashCode(), PARTITIONS))
                .add(List.of(act)));
    }

    /** Who did it is not known of most votes; that somebody did counts. */
    private static List<Act> acts(Path csv, boolean shuffled) throws IOException {
        List<Act> acts = new ArrayList<>();
        try (BufferedReader rows = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(csv)), StandardCharsets.UTF_8))) {
            rows.lines().skip(1).map(row -> row.split(",", -1)).forEach(row -> {
                Instant at = Instant.parse(row[1]);
                acts.add(new Act(
                        "acme",
                        row[0],
                        row[2].isEmpty() ? "somebody" : row[2],
                        Place.deed(null, row[3]),
                        LocalDate.ofInstant(at, ZoneOffset.UTC),
                        at,
                        null,
                        null));
            });
        }
        if (shuffled) {
            Random random = new Random(20260314);
            Collections.shuffle(acts, random);
            acts.addAll(List.copyOf(acts.subList(0, acts.size() / 20)));
            Collections.shuffle(acts, random);
        }
        return acts;
    }

    /** The folder beside the checkout, or where HEARTH_SHARED points. */
    private static Path data(String folder) {
        Optional<Path> found = Stream.concat(
                        Stream.ofNullable(System.getenv("HEARTH_SHARED")).map(Path::of),
                        Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                                .map(above -> above.resolve("shared")))
                .map(shared -> shared.resolve("data").resolve(folder))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(found.isPresent(), () -> "no shared/data/" + folder + " beside the checkout, nor at HEARTH_SHARED");
        return found.orElseThrow();
    }
}

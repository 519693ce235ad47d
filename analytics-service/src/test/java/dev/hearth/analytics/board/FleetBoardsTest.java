package dev.hearth.analytics.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.Audience;
import dev.hearth.analytics.activity.PartitionActivity;
import dev.hearth.analytics.activity.Place;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Boards of 500 groups in five windows each, all kept up: exact at each answer, late events in their own windows. */
class FleetBoardsTest {
    private static final int GROUPS = 500;
    private static final LocalDate TODAY = LocalDate.parse("2026-03-14");
    private static final List<LocalDate[]> WINDOWS = List.of(
            days(TODAY, TODAY),
            days(TODAY.minusDays(6), TODAY),
            days(TODAY.minusDays(13), TODAY),
            days(TODAY.withDayOfMonth(1), TODAY.withDayOfMonth(31)),
            days(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31)));

    private final Random random = new Random(20260314);
    private final List<PartitionActivity> partitions =
            Stream.generate(PartitionActivity::new).limit(4).toList();
    private final Activity activity = new Activity(partitions);
    private final Boards boards = BoardConfigs.roomy();
    /** By group, window and member: what each has, counted one by one. */
    private final Map<String, Map<String, Long>> truth = new HashMap<>();

    private int heard;

    @Test
    void everyBoardOfEveryGroupIsExactAfterEachBatchLateEventsIncluded() {
        hear(20_000, 60);
        assertAll();
        assertThat(boards.size()).isEqualTo(GROUPS * WINDOWS.size());
        hear(2000, 1);
        assertAll();
        hear(2000, 60);
        assertAll();
        assertThat(boards.size()).as("no board was made anew").isEqualTo(GROUPS * WINDOWS.size());
    }

    private void hear(int count, int daysBack) {
        List<List<Act>> batches = Stream.<List<Act>>generate(ArrayList::new)
                .limit(partitions.size())
                .toList();
        for (int i = 0; i < count; i++) {
            int number = random.nextInt(3000);
            String group = "group-" + random.nextInt(GROUPS);
            LocalDate day = TODAY.minusDays(random.nextInt(daysBack));
            batches.get(number % partitions.size())
                    .add(new Act(
                            "acme",
                            "e-" + heard++,
                            "m" + number,
                            Place.deed(group, "post"),
                            day,
                            day.atStartOfDay().toInstant(ZoneOffset.UTC),
                            null,
                            null));
            for (int window = 0; window < WINDOWS.size(); window++) {
                LocalDate[] days = WINDOWS.get(window);
                if (!day.isBefore(days[0]) && !day.isAfter(days[1])) {
                    long _ = truth.computeIfAbsent(group + "/" + window, first -> new HashMap<>())
                            .merge("m" + number, 1L, Long::sum);
                }
            }
        }
        for (int partition = 0; partition < partitions.size(); partition++) {
            partitions.get(partition).add(batches.get(partition));
        }
    }

    private void assertAll() {
        for (int group = 0; group < GROUPS; group++) {
            for (int window = 0; window < WINDOWS.size(); window++) {
                assertBoard("group-" + group, window);
            }
        }
    }

    private void assertBoard(String group, int window) {
        LocalDate[] days = WINDOWS.get(window);
        BoardSpec spec = new BoardSpec(
                "acme",
                group,
                Set.of(),
                new Scoring.Events(),
                Math.toIntExact(days[0].toEpochDay()),
                Math.toIntExact(days[1].toEpochDay()));
        Leaderboard board = Leaderboard.of(
                boards.ask(
                        activity,
                        spec,
                        "all",
                        Audience.EVERYBODY,
                        (each, live, standing) -> Leaderboard.Part.of(each, standing, 10)),
                10);
        BruteBoard expected = new BruteBoard(truth.getOrDefault(group + "/" + window, Map.of()));
        List<String> said = new ArrayList<>();
        board.places().forEach(place -> said.add(place.rank() + " " + place.member() + " " + place.score()));
        board.cutOff().ifPresent(end -> said.add("cut " + end.score() + " " + end.members() + " " + end.listed()));
        said.add("of " + board.members());
        assertThat(said).as("%s in window %d", group, window).isEqualTo(expected.first(10));
    }

    private static LocalDate[] days(LocalDate from, LocalDate to) {
        return new LocalDate[] {from, to};
    }
}

package dev.hearth.analytics.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every value of two real communities' published figures; skipped where the data is absent. */
class PublishedFiguresTest {
    private static final int PARTITIONS = 8;

    @ParameterizedTest
    @ValueSource(strings = {"collegemsg", "qcse"})
    void matchesEveryPublishedValue(String folder) throws IOException {
        Path data = data(folder);
        List<Act> acts = acts(data.resolve("events.csv.gz"));
        assertFigures(
                acts,
                new ObjectMapper().readTree(data.resolve("active_users.json").toFile()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"collegemsg", "qcse"})
    void matchesEveryPublishedValueInAnyOrderWithRepeats(String folder) throws IOException {
        Path data = data(folder);
        List<Act> acts = new ArrayList<>(acts(data.resolve("events.csv.gz")));
        Random random = new Random(20260314);
        Collections.shuffle(acts, random);
        acts.addAll(acts.subList(0, acts.size() / 20));
        Collections.shuffle(acts, random);
        assertFigures(
                acts,
                new ObjectMapper().readTree(data.resolve("active_users.json").toFile()));
    }

    private static void assertFigures(List<Act> acts, JsonNode published) {
        Activity activity = activity(acts);
        Selection all = Selection.ofCommunity("acme");
        DaySpan days = activity.days("acme").orElseThrow();
        assertDays(published.get("daily"), activity, all, days);
        assertThat(activity.activeMembers(all, Period.ISO_WEEK, days))
                .map(week -> week.window().name() + " " + week.window().days().first() + " " + week.members())
                .isEqualTo(rows(
                        published.get("iso_weeks"),
                        row -> row.get("week").asText() + " "
                                + row.get("monday").asText() + " " + row.get("wau")));
        assertThat(activity.monthlyStickiness(all, days))
                .map(month -> month.month().name() + " " + month.activeMembers() + " " + month.daysObserved() + " "
                        + plain(month.meanDailyActive()) + " " + plain(month.stickiness()))
                .isEqualTo(rows(
                        published.get("months"),
                        row -> row.get("month").asText() + " " + row.get("mau") + " " + row.get("days_observed") + " "
                                + plain(row.get("mean_dau")) + " " + plain(row.get("mean_dau_over_mau"))));
        assertThat(activity.activeMembers(all, Period.MONTH, days))
                .map(ActiveMembers::members)
                .isEqualTo(rows(published.get("months"), row -> row.get("mau").asLong()));
    }

    private static void assertDays(JsonNode published, Activity activity, Selection all, DaySpan days) {
        assertThat(activity.dailyStickiness(all, days))
                .map(day -> day.day() + " " + day.dailyActive() + " " + day.activeIn30Days() + " "
                        + plain(day.stickiness()) + " " + day.windowComplete())
                .isEqualTo(rows(
                        published,
                        row -> row.get("day").asText() + " " + row.get("dau") + " " + row.get("mau_30d") + " "
                                + plain(row.get("stickiness")) + " " + row.get("window_complete")));
        assertThat(activity.activeMembers(all, Period.ROLLING_7_DAYS, days))
                .map(ActiveMembers::members)
                .isEqualTo(rows(published, row -> row.get("wau_7d").asLong()));
        assertThat(activity.activeMembers(all, Period.ROLLING_30_DAYS, days))
                .map(ActiveMembers::members)
                .isEqualTo(rows(published, row -> row.get("mau_30d").asLong()));
        assertThat(activity.activeMembers(all, Period.DAY, days))
                .map(ActiveMembers::members)
                .isEqualTo(rows(published, row -> row.get("dau").asLong()));
    }

    private static Activity activity(List<Act> acts) {
        List<PartitionActivity> partitions =
                Stream.generate(PartitionActivity::new).limit(PARTITIONS).toList();
        acts.forEach(act -> partitions
                .get(Math.floorMod(act.member().hashCode(), PARTITIONS))
                .add(List.of(act)));
        return new Activity(partitions);
    }

    private static List<Act> acts(Path csv) throws IOException {
        try (BufferedReader rows = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(csv)), StandardCharsets.UTF_8))) {
            return rows.lines()
                    .skip(1)
                    .map(row -> row.split(",", -1))
                    .map(row -> new Act(
                            "acme",
                            row[0],
                            row[2],
                            Place.deed(null, row[3]),
                            dayOf(row[1]),
                            Instant.parse(row[1]),
                            null,
                            null))
                    .toList();
        }
    }

    private static LocalDate dayOf(String timestamp) {
        return LocalDate.ofInstant(Instant.parse(timestamp), ZoneOffset.UTC);
    }

    private static <T> List<T> rows(JsonNode array, Function<JsonNode, T> value) {
        List<T> rows = new ArrayList<>();
        array.forEach(row -> rows.add(value.apply(row)));
        return rows;
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "null" : number.stripTrailingZeros().toPlainString();
    }

    private static String plain(JsonNode number) {
        return number.isNull() ? "null" : plain(new BigDecimal(number.asText()));
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

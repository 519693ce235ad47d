package dev.hearth.acceptance.truth;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What judges the suite is itself judged, by a few figures that a person can check and by what it must be full of. */
class OracleTest {
    private final Village village = Village.of(20241103, 6_000);
    private final List<Deed> deeds = village.deeds();

    @Test
    void capsTheTwoRulesAsTheyAreDefined() {
        Figures figures = new Oracle(village).expected();
        String busiest = "villager-0";
        long a = 0;
        long b = 0;
        for (LocalDate day = LocalDate.of(2024, 9, 1); day.isBefore(LocalDate.of(2025, 1, 1)); day = day.plusDays(1)) {
            LocalDate date = day;
            long events = deeds.stream()
                    .filter(deed -> deed.member().equals(busiest) && Village.EARNING.contains(deed.kind()))
                    .filter(deed -> dayIn(deed).equals(date))
                    .count();
            a += events == 0 ? 0 : (events > 10 ? 25 : 2 * events + 5);
            b += events == 0 ? 0 : (events > 7 ? 20 : 2 * events + 5);
        }
        assertThat(figures.values())
                .containsEntry("points A of villager-0", Long.toString(a))
                .containsEntry("points B of villager-0", Long.toString(b));
    }

    @Test
    void agreesWithWhatOthersComputedForRealCommunities() throws IOException {
        for (String name : List.of("collegemsg", "qcse")) {
            Optional<SharedData> data = SharedData.find(name);
            assumeTrue(data.isPresent(), "no shared/data beside the checkout, nor at HEARTH_SHARED");
            Oracle oracle = new Oracle(read(data.orElseThrow().events()), deed -> true);

            assertThat(data.orElseThrow().expected().differencesTo(oracle.expected()))
                    .isEmpty();
        }
    }

    @Test
    void hasEventsWhoseDayIsAnotherInTheirGroupThanInTheCommunityAndInUtc() {
        assertThat(deeds.stream().filter(deed -> !dayIn(deed).equals(dayIn(deed, Village.ZONE))))
                .hasSizeGreaterThan(200);
        assertThat(deeds.stream().filter(deed -> !dayIn(deed).equals(dayIn(deed, ZoneOffset.UTC))))
                .hasSizeGreaterThan(200);
    }

    @Test
    void hasMembersAboveTheCapsLateEventsAndSilentDays() {
        assertThat(deeds.stream().map(Deed::id)).doesNotHaveDuplicates();
        assertThat(deeds.stream()
                        .collect(groupingBy(deed -> deed.member() + dayIn(deed), counting()))
                        .values())
                .anyMatch(events -> events > 10);
        long late = 0;
        for (int place = 1; place < deeds.size(); place++) {
            late += deeds.get(place).at().isBefore(deeds.get(place - 1).at()) ? 1 : 0;
        }
        assertThat(late).isGreaterThan(200);
        assertThat(new Oracle(village).expected().values()).containsValue("0");
    }

    private static LocalDate dayIn(Deed deed) {
        return dayIn(deed, deed.zone());
    }

    private static LocalDate dayIn(Deed deed, ZoneId zone) {
        return LocalDate.ofInstant(deed.at(), zone);
    }

    private static List<Deed> read(Path csv) throws IOException {
        try (BufferedReader rows = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(csv)), StandardCharsets.UTF_8))) {
            return rows.lines()
                    .skip(1)
                    .map(row -> row.split(",", -1))
                    .map(row -> new Deed(row[0], Instant.parse(row[1]), row[2], row[3], null, ZoneOffset.UTC))
                    .toList();
        }
    }
}

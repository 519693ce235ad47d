package dev.hearth.analytics.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.PartitionActivity;
import dev.hearth.analytics.activity.Place;
import dev.hearth.analytics.activity.Selection;
import dev.hearth.analytics.drill.Listed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Funnels are counted as defined: over published data, and over random histories against a plain walk. */
class PassageTest {
    private static final int PARTITIONS = 3;
    private static final Set<String> CONTRIBUTIONS = Set.of("question", "answer", "comment");

    @Property(tries = 20_000)
    void countsAsTheDefinitionSays(@ForAll("histories") List<Act> acts, @ForAll("funnels") Funnel funnel) {
        assertThat(figure(acts, funnel).reached()).isEqualTo(walked(acts, funnel));
    }

    @Property(tries = 5_000)
    void listsWhoReachedAStepAndWhoWasLostBehindIt(
            @ForAll("histories") List<Act> acts, @ForAll("funnels") Funnel funnel) {
        Map<String, List<Act>> byMember = acts.stream().collect(Collectors.groupingBy(Act::member));
        for (int step = 0; step < funnel.steps().size(); step++) {
            int at = step;
            Set<String> reached = who(byMember, own -> reaches(own, funnel, at));
            assertThat(listed(acts, funnel, at, Outcome.REACHED)).isEqualTo(reached);
            if (step + 1 < funnel.steps().size()) {
                reached.removeAll(who(byMember, own -> reaches(own, funnel, at + 1)));
                assertThat(listed(acts, funnel, at, Outcome.LOST)).isEqualTo(reached);
            }
        }
    }

    private static Set<String> listed(List<Act> acts, Funnel funnel, int step, Outcome outcome) {
        return Listed.names(
                acts,
                activity -> Passage.of(activity, funnel, Selection.ofCommunity("acme"), null)
                        .members(step, outcome));
    }

    private static Set<String> who(Map<String, List<Act>> byMember, Predicate<List<Act>> is) {
        return byMember.entrySet().stream()
                .filter(own -> is.test(own.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Property(tries = 2_000)
    void neitherOrderNorRepeatsMatter(
            @ForAll("histories") List<Act> acts, @ForAll("funnels") Funnel funnel, @ForAll Random random) {
        List<Act> heard = new ArrayList<>(acts);
        heard.addAll(acts);
        Collections.shuffle(heard, random);
        assertThat(figure(heard, funnel)).isEqualTo(figure(acts, funnel));
    }

    @Test
    void equalsThePublishedFunnels() throws IOException {
        List<Act> acts = new ArrayList<>(acts("events.csv.gz", row -> row[3]));
        acts.addAll(acts("other_events.csv.gz", row -> row[3].equals("badge") ? "badge:" + row[5] : row[3]));
        JsonNode published = new ObjectMapper().readTree(data("funnels.json").toFile());
        int compared = 0;
        for (String name : List.of(
                "signup_contribution_answer",
                "signup_question_answer_comment",
                "question_comment_answer",
                "signup_answer_teacher_badge")) {
            for (JsonNode funnel : Objects.requireNonNull(published.get(name))) {
                compared += compare(acts, funnel);
            }
        }
        assertThat(compared).isEqualTo(12);
    }

    @Test
    void tellsHowLongHalfOfThemTook() {
        List<Act> acts = List.of(
                act("m1", "join", 0),
                act("m1", "post", 10),
                act("m2", "join", 5),
                act("m2", "post", 25),
                act("m3", "join", 0));
        FunnelFigure figure = figure(acts, new Funnel(List.of(Set.of("join"), Set.of("post")), null));
        assertThat(figure.reached()).containsExactly(3L, 2L);
        assertThat(figure.medianWaits()).containsExactly(null, 15L);
    }

    private static int compare(List<Act> acts, JsonNode funnel) {
        List<Set<String>> steps = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        funnel.get("counts").properties().forEach(step -> {
            steps.add(step.getKey().equals("contribution") ? CONTRIBUTIONS : Set.of(step.getKey()));
            counts.add(step.getValue().asLong());
        });
        JsonNode days = funnel.get("window_days");
        Funnel asked = new Funnel(steps, days.isNull() ? null : Duration.ofDays(days.asLong()));
        assertThat(figure(acts, asked).reached()).as(asked.toString()).isEqualTo(counts);
        return 1;
    }

    private static FunnelFigure figure(List<Act> acts, Funnel funnel) {
        List<PartitionActivity> partitions =
                Stream.generate(PartitionActivity::new).limit(PARTITIONS).toList();
        acts.forEach(act -> partitions
                .get(Math.floorMod(act.member().hashCode(), PARTITIONS))
                .add(List.of(act)));
        return FunnelFigure.of(
                funnel.steps().size(),
                new Activity(partitions)
                        .ask("acme", community -> Passage.of(community, funnel, Selection.ofCommunity("acme"), null)));
    }

    /** The definition, word for word: for each step the earliest act of its kinds at or after the step before. */
    private static List<Long> walked(List<Act> acts, Funnel funnel) {
        Map<String, List<Act>> byMember = acts.stream().collect(Collectors.groupingBy(Act::member));
        return IntStream.range(0, funnel.steps().size())
                .mapToObj(step -> byMember.values().stream()
                        .filter(own -> reaches(own, funnel, step))
                        .count())
                .toList();
    }

    private static boolean reaches(List<Act> own, Funnel funnel, int last) {
        Instant entry = earliest(own, funnel.steps().getFirst(), Instant.MIN);
        Instant reached = entry;
        for (int step = 1; step <= last && reached != null; step++) {
            reached = earliest(own, funnel.steps().get(step), reached);
            if (reached != null
                    && funnel.window() != null
                    && Duration.between(Objects.requireNonNull(entry), reached).compareTo(funnel.window()) > 0) {
                reached = null;
            }
        }
        return reached != null;
    }

    private static @Nullable Instant earliest(List<Act> own, Set<String> kinds, Instant from) {
        return own.stream()
                .filter(act -> kinds.contains(act.place().kind()) && !act.at().isBefore(from))
                .map(Act::at)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    @Provide
    Arbitrary<List<Act>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of("join", "post", "reply", "buy"),
                        Arbitraries.integers().between(0, 12))
                .as((member, kind, at) -> act("m" + member, kind, at))
                .list()
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<Funnel> funnels() {
        Arbitrary<List<Set<String>>> steps = Arbitraries.of("join", "post", "reply", "buy")
                .set()
                .ofMinSize(1)
                .ofMaxSize(3)
                .list()
                .uniqueElements()
                .ofMinSize(2)
                .ofMaxSize(4);
        Arbitrary<@Nullable Duration> windows =
                Arbitraries.integers().between(1, 10).map(Duration::ofMillis).injectNull(0.4);
        return Combinators.combine(steps, windows).as(Funnel::new);
    }

    private static Act act(String member, String kind, int millis) {
        Instant at = Instant.EPOCH.plusMillis(millis);
        return new Act("acme", kind + millis, member, Place.deed(null, kind), LocalDate.EPOCH, at, null, null);
    }

    private static List<Act> acts(String file, Function<String[], String> kind) throws IOException {
        try (BufferedReader rows = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(data(file))), StandardCharsets.UTF_8))) {
            return rows.lines()
                    .skip(1)
                    .map(row -> row.split(",", -1))
                    .filter(row -> !row[2].isEmpty())
                    .map(row -> new Act(
                            "acme",
                            row[0],
                            row[2],
                            Place.deed(null, kind.apply(row)),
                            LocalDate.ofInstant(Instant.parse(row[1]), ZoneOffset.UTC),
                            Instant.parse(row[1]),
                            null,
                            null))
                    .toList();
        }
    }

    /** The folder beside the checkout, or where HEARTH_SHARED points. */
    private static Path data(String file) {
        Optional<Path> found = Stream.concat(
                        Stream.ofNullable(System.getenv("HEARTH_SHARED")).map(Path::of),
                        Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                                .map(above -> above.resolve("shared")))
                .map(shared -> shared.resolve("data").resolve("qcse").resolve(file))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(found.isPresent(), () -> "no shared/data/qcse beside the checkout, nor at HEARTH_SHARED");
        return found.orElseThrow();
    }
}

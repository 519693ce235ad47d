package dev.hearth.acceptance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hearth.acceptance.replay.Disorder;
import dev.hearth.acceptance.replay.Pace;
import dev.hearth.acceptance.replay.Summary;
import dev.hearth.acceptance.truth.Published;
import dev.hearth.acceptance.truth.SharedData;
import dev.hearth.local.stack.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What analytics shows while it, its document store and the broker are killed, and after its store was lost: in the end
 * exactly what it would have shown without, and meanwhile nothing wrong that it does not own up to.
 */
class AnalyticsFaultIT {
    private static final long SEED = 20241123;
    private static final Disorder DISORDER = Disorder.shuffled(SEED, 0.05);
    private static final int EVENTS = 6_000;
    /** The replays take about this long even on a fast machine, so that each part is killed in the middle. */
    private static final int SECONDS = 25;

    private static final List<Part> KILLED = List.of(Part.MONGO, Part.KAFKA, Part.ANALYTICS);

    private final RunningSuite suite = RunningSuite.shared();
    private final Rebuilds rebuilds = new Rebuilds(suite);

    @TempDir
    Path folder;

    /** Killed in the middle of a write, the local server may keep an index to what is gone, and refuse later writes. */
    @AfterAll
    static void leaveASoundStore() {
        RunningSuite suite = RunningSuite.shared();
        suite.stack().server(Part.ANALYTICS).kill();
        suite.stack().mongo().wipe();
        suite.stack().mongo().restart();
        suite.stack().server(Part.ANALYTICS).restart();
    }

    @Test
    void showsWhatItWouldHaveShownWhenItItsStoreAndTheBrokerAreKilledInTheMiddle() throws IOException {
        List<Course> courses = new ArrayList<>(List.of(new MadeUp("village-faults")));
        Optional<SharedData> data = SharedData.find("qcse");
        if (data.isPresent()) {
            courses.add(new Real("qcse-faults", new Published(data.get())));
        }
        List<Summary> summaries;
        try (Onlooker onlooker = new Onlooker(suite, "village-faults")) {
            summaries = replayWhileKilling(courses);
            assertNeverLess(onlooker);
        }
        check(courses, summaries);

        rebuilds.switchOverWhenItIsItsTurn();

        check(courses, summaries);
    }

    @Test
    void rebuildsItselfFromTheTopicsWhenItsStoreIsLostAndShowsNothingWrongMeanwhile() throws IOException {
        MadeUp village = new MadeUp("village-wiped");
        village.establish();
        village.check(village.replay(Pace.USUAL));
        JsonNode right = days("village-wiped");
        assertThat(right).isNotEmpty();
        JsonNode said = sayAWindow("village-wiped");
        String asked = "/communities/village-wiped/active-members?namedWindow=opening";
        assertThat(Eventually.get(() -> version(asked), version -> !version.isEmpty()))
                .isEqualTo("1");
        JsonNode kept = answer(asked + "&asOfVersion=1");

        try (Onlooker onlooker = new Onlooker(suite, "village-wiped")) {
            suite.stack().mongo().wipe();
            suite.stack().mongo().restart();
            awaitSettled(onlooker);
            // And now with nothing in memory either.
            suite.stack().server(Part.ANALYTICS).kill();
            suite.stack().mongo().wipe();
            suite.stack().mongo().restart();
            suite.stack().server(Part.ANALYTICS).restart();
            awaitSettled(onlooker);
            assertThat(onlooker.settled()).as(onlooker.rest()).containsOnly(right);
        }
        assertThat(window("village-wiped")).isEqualTo(said);
        assertThat(Eventually.get(
                        () -> suite.client()
                                .get(suite.analytics(asked + "&asOfVersion=1"))
                                .status(),
                        status -> status == 200))
                .isEqualTo(200);
        assertThat(answer(asked + "&asOfVersion=1")).isEqualTo(kept);
        rebuilds.switchOverWhenItIsItsTurn();
        // What is served now was read back from the store that was empty.
        suite.stack().server(Part.ANALYTICS).kill();
        suite.stack().server(Part.ANALYTICS).restart();
        assertThat(Eventually.get(() -> days("village-wiped"), right::equals)).isEqualTo(right);
    }

    private List<Summary> replayWhileKilling(List<Course> courses) throws IOException {
        for (Course course : courses) {
            course.establish();
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Summary>> replays = courses.stream()
                    .map(course -> CompletableFuture.supplyAsync(course::replay, threads))
                    .toList();
            assertThat(killWhile(replays))
                    .as("kills before everything had taken effect")
                    .containsOnlyKeys(KILLED);
            return replays.stream().map(CompletableFuture::join).toList();
        }
    }

    /** One part after the other, and rebuilds that may or may not live through it, until the last event is in. */
    private Map<Part, Integer> killWhile(List<CompletableFuture<Summary>> replays) {
        Map<Part, Integer> kills = new EnumMap<>(Part.class);
        for (int turn = 0; !replays.stream().allMatch(CompletableFuture::isDone); turn++) {
            Part part = KILLED.get(turn % KILLED.size());
            var _ = rebuilds.begin();
            pause(Duration.ofMillis(700));
            suite.stack().server(part).kill();
            pause(Duration.ofMillis(300));
            suite.stack().server(part).restart();
            kills.merge(part, 1, Integer::sum);
        }
        return kills;
    }

    private static void check(List<Course> courses, List<Summary> summaries) throws IOException {
        for (int place = 0; place < courses.size(); place++) {
            courses.get(place).check(summaries.get(place));
        }
    }

    /** Events only come to it: a day never has fewer members than it was said to have when nothing was missing. */
    private static void assertNeverLess(Onlooker onlooker) {
        assertThat(onlooker.settled()).as(onlooker.rest()).isNotEmpty();
        Map<String, Long> before = new HashMap<>();
        for (JsonNode look : onlooker.settled()) {
            Map<String, Long> now = new HashMap<>();
            look.forEach(day -> now.put(
                    day.path("period").asText(), day.path("activeMembers").asLong()));
            before.forEach((day, members) ->
                    assertThat(now.getOrDefault(day, 0L)).as(day).isGreaterThanOrEqualTo(members));
            before.putAll(now);
        }
    }

    /** Until it was shown something as settled once more. */
    private static void awaitSettled(Onlooker onlooker) {
        int before = onlooker.settled().size();
        var _ = Eventually.get(() -> onlooker.settled().size(), size -> size > before + 10);
    }

    private JsonNode sayAWindow(String community) {
        JsonNode days = JsonNodeFactory.instance
                .objectNode()
                .put("name", "Opening days")
                .put("from", "2024-03-01")
                .put("to", "2024-03-07");
        return suite.client()
                .put(suite.analytics("/communities/" + community + "/windows/opening"), days)
                .orFail("PUT window")
                .body();
    }

    private JsonNode answer(String asked) {
        return suite.client().get(suite.analytics(asked)).orFail("GET " + asked).body();
    }

    /** The version that an answer says it is; empty if it is not kept. */
    private String version(String asked) {
        return suite.client()
                .get(suite.analytics(asked))
                .headers()
                .firstValue("As-Of-Version")
                .orElse("");
    }

    private JsonNode window(String community) {
        return suite.client()
                .get(suite.analytics("/communities/" + community + "/windows/opening"))
                .orFail("GET window")
                .body();
    }

    private JsonNode days(String community) {
        return suite.client()
                .get(suite.analytics("/communities/" + community + "/active-members?period=DAY"))
                .orFail("GET active-members")
                .body()
                .path("items");
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** A community whose figures are known. */
    private interface Course {
        void establish() throws IOException;

        /** Sends all its events, and waits until they have taken effect. */
        Summary replay();

        /** Compares every figure. */
        void check(Summary summary) throws IOException;
    }

    /** One made up from a seed. */
    private final class MadeUp implements Course {
        private final String community;
        private final Scenario village;

        MadeUp(String community) throws IOException {
            this.community = community;
            this.village = Scenario.village(SEED, EVENTS, folder);
        }

        @Override
        public void establish() {
            village.establish(suite, community);
        }

        @Override
        public Summary replay() {
            return replay(pace(village.size()));
        }

        Summary replay(Pace pace) {
            return village.replay(suite, community, DISORDER, pace);
        }

        @Override
        public void check(Summary summary) {
            new Verdict(suite, village, community).check(summary);
        }
    }

    /** One of which figures were published. */
    private final class Real implements Course {
        private final PublishedCommunity community;
        private final Path events;

        Real(String name, Published published) throws IOException {
            this.community = new PublishedCommunity(suite, name, published);
            this.events = published.write(folder.resolve(name + ".csv"));
        }

        @Override
        public void establish() throws IOException {
            community.establish();
        }

        @Override
        public Summary replay() {
            return community.replay(events, DISORDER, pace(30_000));
        }

        @Override
        public void check(Summary summary) throws IOException {
            assertThat(summary.fate().refused()).isEmpty();
            assertThat(summary.caughtUp()).isTrue();
            community.check();
        }
    }

    /** Small batches: more requests for a kill to hit. */
    private static Pace pace(int events) {
        return new Pace(100, 4, Math.max(1, events / SECONDS));
    }
}

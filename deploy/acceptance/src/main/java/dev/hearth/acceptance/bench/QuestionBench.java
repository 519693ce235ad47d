package dev.hearth.acceptance.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.local.stack.Part;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * P8 and P9 of the quality plan: how long figures and boards of a large community take over HTTP, the figures one after
 * the other, the boards by the clock and while updates come in.
 */
final class QuestionBench {
    private static final int UPDATES = 10_000;
    private static final int ASKED_A_SECOND = 100;
    private static final int CONNECTIONS = 16;
    private static final int RANKED = 1_000;
    private static final int WEEKS = 12;
    private static final int LAST_DAYS = 30;
    private static final String HERE = "/communities/" + History.COMMUNITY;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AnalyticsArena arena;
    private final Child generator;
    private final AnalyticsOptions options;
    private final History history;

    QuestionBench(AnalyticsArena arena, Child generator, AnalyticsOptions options, History history) {
        this.arena = arena;
        this.generator = generator;
        this.options = options;
        this.history = history;
    }

    /** P8. */
    List<Measured> figures() {
        List<Measured> measured = new ArrayList<>();
        measured.addAll(oneByOne(WEEKS + "-week retention", retention(), new Goal(50, 10)));
        measured.addAll(oneByOne("30-day active members", monthly(), new Goal(20, 5)));
        return measured;
    }

    /** P9. */
    List<Measured> boards() {
        List<Measured> measured = new ArrayList<>();
        try (EventTopic topic = arena.topic(History.COMMUNITY);
                Updates updates = new Updates(topic, UPDATES, history::update)) {
            measured.addAll(byTheClock("rank of a member", ranks(), updates));
            measured.addAll(byTheClock("first 100", HERE + "/leaderboards?limit=100", updates));
        }
        arena.awaitCaughtUp("P9");
        return measured;
    }

    private List<Measured> oneByOne(String what, String paths, Goal goal) {
        return latencies("P8", what, results("P8 " + what, load(paths, 1, 0), () -> {}), goal);
    }

    private List<Measured> byTheClock(String what, String paths, Updates updates) {
        List<Double> rates = new ArrayList<>();
        Load load = load(paths, CONNECTIONS, ASKED_A_SECOND);
        List<LoadResult> results = results("P9 " + what, load, () -> rates.add(updates.achieved()));
        List<Measured> measured = new ArrayList<>();
        measured.add(new Measured("P9", what + ": updates meanwhile", "events/s", rates, null));
        measured.addAll(latencies("P9", what, results, new Goal(20, 5)));
        return measured;
    }

    private static List<Measured> latencies(String figure, String what, List<LoadResult> results, Goal goal) {
        return List.of(
                new Measured(
                        figure,
                        what + ", p50",
                        "ms",
                        results.stream().map(LoadResult::p50).toList(),
                        null),
                new Measured(
                        figure,
                        what + ", p99",
                        "ms",
                        results.stream().map(LoadResult::p99).toList(),
                        goal));
    }

    private List<LoadResult> results(String step, Load load, Runnable afterEach) {
        var _ = measure(step + " warm-up", load.lasting(2 * options.seconds()));
        List<LoadResult> results = new ArrayList<>();
        for (int turn = 1; turn <= options.turns(); turn++) {
            results.add(measure(step + " turn " + turn, load));
            afterEach.run();
        }
        return results;
    }

    private LoadResult measure(String step, Load load) {
        try {
            generator.write(JSON.writeValueAsString(load));
            LoadResult result = JSON.readValue(generator.read(), LoadResult.class);
            if (result.refused() > 0) {
                throw new IllegalStateException(step + ": " + result.refused() + " requests were not answered");
            }
            arena.progress()
                    .printf(
                            Locale.ROOT,
                            "%-34s %,8.0f answers/s   p50 %6.1f   p99 %6.1f   longest %6.1f ms%n",
                            step,
                            result.rate(),
                            result.p50(),
                            result.p99(),
                            result.longest());
            return result;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Load load(String paths, int connections, int rate) {
        return new Load(
                Load.Aim.QUESTIONS,
                arena.port(Part.ANALYTICS),
                paths,
                arena.token(),
                1,
                connections,
                rate,
                options.seconds());
    }

    private static String retention() {
        return HERE + "/retention?period=ISO_WEEK&periods=" + WEEKS + "&from=" + History.LAST.minusWeeks(WEEKS) + "&to="
                + History.LAST;
    }

    private static String monthly() {
        return String.join(
                " ",
                IntStream.range(0, LAST_DAYS)
                        .mapToObj(History.LAST::minusDays)
                        .map(day -> HERE + "/active-members?period=ROLLING_30_DAYS&from=" + day + "&to=" + day)
                        .toList());
    }

    private String ranks() {
        return String.join(
                " ",
                new Random(9)
                        .ints(RANKED, 0, options.members())
                        .mapToObj(member -> HERE + "/members/" + EventTopic.member(member) + "/rank")
                        .toList());
    }
}

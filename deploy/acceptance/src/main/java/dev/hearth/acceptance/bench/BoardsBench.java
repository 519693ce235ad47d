package dev.hearth.acceptance.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hearth.acceptance.client.Answer;
import dev.hearth.local.stack.Part;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * X9 of the capabilities: a member does something in each of 500 groups, today and, late, yesterday; how long it takes
 * until the boards of all of them, each for five windows, were read and had it, while other events come in.
 */
final class BoardsBench {
    private static final String COMMUNITY = "fleet";
    private static final int GROUPS = 500;
    private static final int MEMBERS = 20_000;
    private static final int EVENTS = 200_000;
    private static final int DAYS = 60;
    private static final int READERS = 8;
    private static final String CHAMPION = "champion";
    /** A Wednesday in the middle of a month: the day before is in the same week and month. */
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 18);

    private static final List<String> WINDOWS = List.of(
            "window=DAY&on=" + TODAY,
            "window=ISO_WEEK&on=" + TODAY,
            "window=MONTH&on=" + TODAY,
            "from=" + TODAY.minusDays(13) + "&to=" + TODAY,
            "window=ALL");

    private final AnalyticsArena arena;
    private final AnalyticsOptions options;
    private final Random random = new Random(9);
    private int rounds;

    BoardsBench(AnalyticsArena arena, AnalyticsOptions options) {
        this.arena = arena;
        this.options = options;
    }

    List<Measured> run() {
        arena.establish(COMMUNITY);
        registerGroups();
        try (EventTopic topic = arena.topic(COMMUNITY)) {
            IntStream.range(0, EVENTS).forEach(event -> topic.send(anybody()));
            topic.flush();
            arena.awaitCaughtUp("X9");
            return measure(topic);
        }
    }

    private List<Measured> measure(EventTopic topic) {
        List<Double> seconds = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        try (EventTopic others = arena.topic(COMMUNITY);
                Updates updates = new Updates(others, options.rate(), this::anybody)) {
            double _ = round("X9 warm-up", topic);
            for (int turn = 1; turn <= options.turns(); turn++) {
                seconds.add(round("X9 turn " + turn + " of " + options.turns(), topic));
                rates.add(updates.achieved());
            }
        }
        return List.of(
                new Measured("X9", "events of others meanwhile", "events/s", rates, null),
                new Measured(
                        "X9", GROUPS * WINDOWS.size() + " boards read and right after", "s", seconds, new Goal(5, 2)));
    }

    /** How many seconds it took until every board was right. */
    private double round(String step, EventTopic topic) {
        long start = System.nanoTime();
        for (int group = 0; group < GROUPS; group++) {
            topic.send(new Deed(CHAMPION, group(group), EventTopic.KIND, TODAY));
            topic.send(new Deed(CHAMPION, group(group), EventTopic.KIND, TODAY.minusDays(1)));
        }
        topic.flush();
        rounds++;
        List<Integer> boards = new ArrayList<>(
                IntStream.range(0, GROUPS * WINDOWS.size()).boxed().toList());
        Collections.shuffle(boards, random);
        Queue<Integer> unread = new ConcurrentLinkedQueue<>(boards);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(IntStream.range(0, READERS)
                            .mapToObj(reader -> CompletableFuture.runAsync(() -> read(unread), threads))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        arena.progress().printf(Locale.ROOT, "%-22s %,d boards right after %.2f s%n", step, boards.size(), seconds);
        return seconds;
    }

    private void read(Queue<Integer> unread) {
        for (Integer board = unread.poll(); board != null; board = unread.poll()) {
            int window = board % WINDOWS.size();
            // The late event is of the day before: on every board but today's.
            long right = window == 0 ? rounds : 2L * rounds;
            URI address = arena.address(
                    Part.ANALYTICS,
                    "/communities/" + COMMUNITY + "/members/" + CHAMPION + "/rank?group="
                            + group(board / WINDOWS.size()) + "&" + WINDOWS.get(window));
            Await.until("GET " + address, 5, () -> score(address) == right);
        }
    }

    /** 0 where the member has no place yet. */
    private long score(URI address) {
        Answer answer = arena.client().get(address);
        JsonNode body = answer.status() == 404
                ? answer.body()
                : answer.orFail("GET " + address).body();
        return body.path("score").asLong(0);
    }

    private Deed anybody() {
        LocalDate day = TODAY.minusDays((long) (Math.pow(random.nextDouble(), 2) * DAYS));
        return new Deed(
                EventTopic.member(random.nextInt(MEMBERS)), group(random.nextInt(GROUPS)), EventTopic.KIND, day);
    }

    private void registerGroups() {
        try (ExecutorService threads = Executors.newFixedThreadPool(READERS)) {
            CompletableFuture.allOf(IntStream.range(0, GROUPS)
                            .mapToObj(group -> CompletableFuture.runAsync(
                                    () -> arena.put(
                                            Part.MEMBER,
                                            "/communities/" + COMMUNITY + "/groups/" + group(group),
                                            JsonNodeFactory.instance
                                                    .objectNode()
                                                    .put("name", group(group))),
                                    threads))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        }
    }

    private static String group(int number) {
        return "group-" + number;
    }
}

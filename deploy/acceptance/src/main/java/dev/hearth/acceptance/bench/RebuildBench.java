package dev.hearth.acceptance.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hearth.local.stack.Part;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * P7 of the quality plan: everything read again from the topics, repeats found, written, read back, compared and
 * switched to, against plain consumers that only read and parse.
 */
final class RebuildBench {
    /** As many threads as the rebuild has, by default. */
    private static final int THREADS = 4;

    private static final long LOOK_MILLIS = 100;
    private static final long TELL_NANOS = 5_000_000_000L;

    private final AnalyticsArena arena;
    private final AnalyticsOptions options;
    private final List<Double> rebuilt = new ArrayList<>();
    private final List<Double> rawByOne = new ArrayList<>();
    private final List<Double> rawByMany = new ArrayList<>();

    RebuildBench(AnalyticsArena arena, AnalyticsOptions options) {
        this.arena = arena;
        this.options = options;
    }

    List<Measured> run() {
        try (Child raw = Child.start(RawConsumer.class, List.of(arena.bootstrapServers(), EventTopic.NAME))) {
            double _ = raw("P7 warm-up", raw, THREADS);
            for (int turn = 1; turn <= options.turns(); turn++) {
                String step = "P7 turn " + turn + " of " + options.turns();
                rawByOne.add(raw(step, raw, 1));
                rebuilt.add(rebuild(step));
                rawByMany.add(raw(step, raw, THREADS));
            }
        }
        return List.of(
                new Measured("P7", "rebuild", "records/s", rebuilt, null),
                new Measured("P7", "raw consumer, 1 thread", "records/s", rawByOne, null),
                new Measured("P7", "raw consumers, " + THREADS + " threads", "records/s", rawByMany, null),
                new Measured("P7", "rebuild ÷ raw, 1 thread", "", shares(rawByOne), new Goal(0.10, 0.40)),
                new Measured(
                        "P7", "rebuild ÷ raw, " + THREADS + " threads", "", shares(rawByMany), new Goal(0.10, 0.40)));
    }

    private List<Double> shares(List<Double> raw) {
        List<Double> shares = new ArrayList<>();
        for (int turn = 0; turn < raw.size(); turn++) {
            shares.add(rebuilt.get(turn) / raw.get(turn));
        }
        return shares;
    }

    private double raw(String step, Child raw, int threads) {
        raw.write(Integer.toString(threads));
        double rate = Double.parseDouble(raw.read());
        arena.progress().printf(Locale.ROOT, "%-22s raw, %d threads %,10.0f records/s%n", step, threads, rate);
        return rate;
    }

    private double rebuild(String step) {
        URI begin = arena.address(Part.ANALYTICS, "/rebuilds");
        String id = arena.client()
                .post(begin, JsonNodeFactory.instance.objectNode())
                .orFail("POST " + begin)
                .body()
                .path("id")
                .asText();
        JsonNode ended = awaitEnd(step, arena.address(Part.ANALYTICS, "/rebuilds/" + id));
        requireEqual(ended);
        Duration took = Duration.between(instant(ended, "startedAt"), instant(ended, "updatedAt"));
        double rate = ended.path("recordsRead").asLong() / (took.toNanos() / 1e9);
        arena.progress()
                .printf(
                        Locale.ROOT,
                        "%-22s rebuild        %,10.0f records/s, switched after %.1f s%n",
                        step,
                        rate,
                        took.toNanos() / 1e9);
        return rate;
    }

    private JsonNode awaitEnd(String step, URI address) {
        JsonNode[] last = {look(address)};
        long[] told = {System.nanoTime()};
        Await.until("the rebuild to end", LOOK_MILLIS, () -> {
            last[0] = look(address);
            if (System.nanoTime() - told[0] > TELL_NANOS) {
                told[0] = System.nanoTime();
                arena.progress()
                        .printf(
                                Locale.ROOT,
                                "%-22s rebuild %,d of %,d records read%n",
                                step,
                                last[0].path("recordsRead").asLong(),
                                last[0].path("recordsNoted").asLong());
            }
            return !List.of("RUNNING", "VERIFYING")
                    .contains(last[0].path("state").asText());
        });
        return last[0];
    }

    private JsonNode look(URI address) {
        return arena.client().get(address).orFail("GET " + address).body();
    }

    private static void requireEqual(JsonNode ended) {
        if (!ended.path("state").asText().equals("SWITCHED")
                || ended.path("drifts").asLong(1) != 0
                || !ended.path("rebuiltFingerprint").equals(ended.path("servedFingerprint"))) {
            throw new IllegalStateException("the rebuild is not what is served: " + ended);
        }
    }

    private static Instant instant(JsonNode node, String field) {
        return Instant.parse(node.path(field).asText());
    }
}

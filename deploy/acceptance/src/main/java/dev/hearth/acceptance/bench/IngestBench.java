package dev.hearth.acceptance.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** P1 and P2 of the quality plan: the ingest's throughput as a share of the bare server's, and its latency. */
final class IngestBench {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Enough in flight to keep the processors busy: a request with one event mostly waits for the producer's linger.
     */
    private static final int CONNECTIONS_BATCH = 64;

    private static final int CONNECTIONS_SINGLE = 512;
    private static final int OPEN_RATE = 10_000;

    private final Arena arena;
    private final Child generator;
    private final PrintStream progress;
    private final int turns;
    private final int seconds;
    private long refused;
    private long missing;

    IngestBench(Arena arena, Child generator, PrintStream progress, int turns, int seconds) {
        this.arena = arena;
        this.generator = generator;
        this.progress = progress;
        this.turns = turns;
        this.seconds = seconds;
    }

    IngestReport run() {
        Comparison p1 = compare("P1", "100 events a request", 0.35, 0.60, 100, CONNECTIONS_BATCH);
        Comparison p2 = compare("P2", "1 event a request", 0.50, 0.75, 1, CONNECTIONS_SINGLE);
        LoadResult bare = open(arena.bare());
        LoadResult ingest = open(arena.ingest());
        return new IngestReport(List.of(p1, p2), OPEN_RATE, ingest, bare, refused, missing);
    }

    private Comparison compare(String figure, String load, double must, double want, int batch, int connections) {
        // Both are as warm as they get before the first turn.
        var _ = measure(arena.bare(), arena.bare().load(batch, connections, 0, 2 * seconds), figure + " warm-up");
        var _ = measure(arena.ingest(), arena.ingest().load(batch, connections, 0, 2 * seconds), figure + " warm-up");
        List<LoadResult> ingest = new ArrayList<>();
        List<LoadResult> bare = new ArrayList<>();
        for (int turn = 1; turn <= turns; turn++) {
            String step = figure + " turn " + turn + " of " + turns;
            bare.add(measure(arena.bare(), arena.bare().load(batch, connections, 0, seconds), step));
            ingest.add(measure(arena.ingest(), arena.ingest().load(batch, connections, 0, seconds), step));
        }
        return new Comparison(figure, load, must, want, ingest, bare);
    }

    private LoadResult open(Contender contender) {
        var _ = measure(contender, contender.load(1, CONNECTIONS_SINGLE, OPEN_RATE, seconds), "P2 open loop warm-up");
        return measure(contender, contender.load(1, CONNECTIONS_SINGLE, OPEN_RATE, 3 * seconds), "P2 open loop");
    }

    private LoadResult measure(Contender contender, Load load, String step) {
        try (TopicEnd topics = arena.topics()) {
            long before = topics.of(contender.topic());
            generator.write(JSON.writeValueAsString(load));
            LoadResult result = JSON.readValue(generator.read(), LoadResult.class);
            refused += result.refused();
            missing += Math.max(0, result.everAccepted() - (topics.of(contender.topic()) - before));
            progress.printf(
                    Locale.ROOT,
                    "%-22s %-12s %,10.0f events/s   p50 %6.1f ms   p99 %7.1f ms%s%n",
                    step,
                    contender.name(),
                    result.rate(),
                    result.p50(),
                    result.p99(),
                    result.refused() > 0 ? "   " + result.refused() + " requests refused" : "");
            return result;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

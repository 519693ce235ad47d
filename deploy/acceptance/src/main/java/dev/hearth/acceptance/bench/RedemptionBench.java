package dev.hearth.acceptance.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.acceptance.bench.wire.RecordedTransaction;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * P5 of the quality plan: redemptions a second over HTTP, each answered when it is committed, against a plain client
 * that commits the same transactions on as many connections; and their latency when they come by the clock.
 */
final class RedemptionBench {
    static final int OPEN_RATE = 1_000;
    private static final int CONNECTIONS = 32;
    private static final String MARK = "into redemption";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LedgerArena arena;
    private final Child generator;
    private final PrintStream progress;
    private final int turns;
    private final int seconds;
    private final List<Double> service = new ArrayList<>();
    private final List<Double> plain = new ArrayList<>();
    private long refused;

    RedemptionBench(LedgerArena arena, Child generator, PrintStream progress, int turns, int seconds) {
        this.arena = arena;
        this.generator = generator;
        this.progress = progress;
        this.turns = turns;
        this.seconds = seconds;
    }

    RedemptionReport run() {
        arena.topic().sendOneOfEach(RedemptionRounds.MEMBERS, EventTopic.WINDFALL);
        arena.awaitApplied();
        arena.awaitSent();
        // So that every account that is shared is open: what is recorded names it by its id.
        var _ = load(0, 2 * seconds, "opening");
        List<RecordedTransaction> recorded = arena
                .record(() -> {
                    var _ = load(0, seconds, "recording");
                })
                .stream()
                // One that had to try twice, since others held what it wanted, would succeed twice when it is alone.
                .filter(transaction -> transaction.mentions(MARK) == 1)
                .toList();
        progress.printf(Locale.ROOT, "Recorded %,d redemptions%n", recorded.size());
        var _ = load(0, 2 * seconds, "warm-up");
        for (int turn = 1; turn <= turns; turn++) {
            String step = "turn " + turn + " of " + turns;
            service.add(load(0, seconds, step).rate());
            double rate = recorded.size() / arena.replay(lanes(recorded));
            progress.printf(Locale.ROOT, "%-14s %-24s %,10.0f redemptions/s%n", step, "plain client", rate);
            plain.add(rate);
        }
        var _ = load(OPEN_RATE, seconds, "open warm-up");
        LoadResult open = load(OPEN_RATE, 3 * seconds, "open loop");
        return new RedemptionReport(CONNECTIONS, service, plain, OPEN_RATE, open, refused);
    }

    private LoadResult load(int rate, int lasting, String step) {
        try {
            Load load = new Load(
                    Load.Aim.REDEMPTIONS,
                    arena.port(),
                    "/communities/" + LedgerArena.COMMUNITY,
                    arena.token(),
                    1,
                    rate == 0 ? CONNECTIONS : 8 * CONNECTIONS,
                    rate,
                    lasting);
            generator.write(JSON.writeValueAsString(load));
            LoadResult result = JSON.readValue(generator.read(), LoadResult.class);
            refused += result.refused();
            progress.printf(
                    Locale.ROOT,
                    "%-14s %-24s %,10.0f redemptions/s   p50 %6.1f ms   p99 %7.1f ms%s%n",
                    step,
                    "service",
                    result.rate(),
                    result.p50(),
                    result.p99(),
                    result.refused() > 0 ? "   " + result.refused() + " refused" : "");
            return result;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<RecordedTransaction>> lanes(List<RecordedTransaction> recorded) {
        List<List<RecordedTransaction>> lanes = new ArrayList<>();
        for (int lane = 0; lane < CONNECTIONS; lane++) {
            lanes.add(new ArrayList<>());
        }
        for (int place = 0; place < recorded.size(); place++) {
            lanes.get(place % CONNECTIONS).add(recorded.get(place));
        }
        return lanes;
    }
}

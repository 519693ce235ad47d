package dev.hearth.acceptance.bench;

import dev.hearth.acceptance.bench.wire.RecordedTransaction;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * P3 and P4 of the quality plan: credits a second from the topic to the committed books, against a plain client that
 * says the very same statements, recorded from the service, to a database in the very same state.
 */
final class LedgerBench {
    private static final List<Integer> CONNECTIONS = List.of(4, 8);
    private static final String CREDITS = "hearth_earning_credits_total";
    private static final String POSITION = "update consumer_position";
    private static final int PARTITION = 2;

    private final LedgerArena arena;
    private final PrintStream progress;
    private final int turns;
    private final int credits;
    private long missing;

    /** @param credits of each measurement */
    LedgerBench(LedgerArena arena, PrintStream progress, int turns, int credits) {
        this.arena = arena;
        this.progress = progress;
        this.turns = turns;
        this.credits = credits;
    }

    LedgerReport run(RedemptionBench redemptions) {
        RedemptionReport redeemed = redemptions.run();
        arena.topic().sendOneOfEach(Crowd.MEMBERS, EventTopic.KIND);
        arena.awaitApplied();
        arena.awaitSent();
        List<RecordedTransaction> recorded = arena.record(() -> arena.topic().send(credits, Crowd.UNIFORM)).stream()
                .filter(transaction -> transaction.says(POSITION))
                .toList();
        progress.printf("Recorded %,d transactions%n", recorded.size());
        var _ = measure(Crowd.UNIFORM, "warm-up");
        var _ = measure(Crowd.UNIFORM, "warm-up");
        Map<Crowd, List<Double>> service = new EnumMap<>(Crowd.class);
        SortedMap<Integer, List<Double>> plain = new TreeMap<>();
        for (int turn = 1; turn <= turns; turn++) {
            String step = "turn " + turn + " of " + turns;
            for (Crowd crowd : Crowd.values()) {
                service.computeIfAbsent(crowd, none -> new ArrayList<>()).add(measure(crowd, step));
            }
            for (int connections : CONNECTIONS) {
                plain.computeIfAbsent(connections, none -> new ArrayList<>()).add(replay(recorded, connections, step));
            }
        }
        return new LedgerReport(credits, service, plain, statements(recorded), redeemed, missing);
    }

    private double measure(Crowd crowd, String step) {
        long before = arena.counted(CREDITS);
        long start = System.nanoTime();
        arena.topic().send(credits, crowd);
        arena.awaitApplied();
        double rate = credits / ((System.nanoTime() - start) / 1e9);
        arena.awaitSent();
        double sent = credits / ((System.nanoTime() - start) / 1e9);
        missing += Math.abs(credits - (arena.counted(CREDITS) - before));
        progress.printf(
                Locale.ROOT,
                "%-14s %-24s %,10.0f credits/s committed %,10.0f told%n",
                step,
                "service, " + crowd.title(),
                rate,
                sent);
        return rate;
    }

    private double replay(List<RecordedTransaction> recorded, int connections, String step) {
        double rate = credits / arena.replay(lanes(recorded, connections));
        progress.printf(
                Locale.ROOT, "%-14s %-24s %,10.0f credits/s%n", step, "plain, " + connections + " connections", rate);
        return rate;
    }

    /** A partition's transactions stay in their order, on one connection. */
    private static List<List<RecordedTransaction>> lanes(List<RecordedTransaction> recorded, int connections) {
        List<List<RecordedTransaction>> lanes = new ArrayList<>();
        for (int lane = 0; lane < connections; lane++) {
            lanes.add(new ArrayList<>());
        }
        for (RecordedTransaction transaction : recorded) {
            OptionalLong partition = transaction.integer(POSITION, PARTITION);
            lanes.get((int) (partition.orElseThrow() % connections)).add(transaction);
        }
        return lanes;
    }

    /** How many statements a transaction has, on the average. */
    private static double statements(List<RecordedTransaction> recorded) {
        return recorded.stream()
                .mapToInt(transaction -> transaction.steps().size())
                .average()
                .orElse(0);
    }
}

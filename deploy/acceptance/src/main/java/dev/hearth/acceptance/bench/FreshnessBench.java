package dev.hearth.acceptance.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hearth.local.stack.Part;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * P6 of the quality plan: how long after it was due to be sent an event is in its member's balance and in the figures,
 * both read through the public API, while many other events come in.
 */
final class FreshnessBench {
    static final String COMMUNITY = "pulse";
    private static final int BATCH = 10;
    private static final int CONNECTIONS = 64;
    /** As many times the seconds of other measurements, so that one event of 100 is more than one. */
    private static final int LONGER = 3;

    private static final int WARM_UPS = 3;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AnalyticsArena arena;
    private final Child generator;
    private final AnalyticsOptions options;
    private int nextProbe;

    FreshnessBench(AnalyticsArena arena, Child generator, AnalyticsOptions options) {
        this.arena = arena;
        this.generator = generator;
        this.options = options;
    }

    List<Measured> run() {
        establish();
        // The ledger's path takes long to get warm.
        for (int turn = 1; turn <= WARM_UPS; turn++) {
            var _ = measure("P6 warm-up " + turn);
        }
        List<Turn> turns = new ArrayList<>();
        for (int turn = 1; turn <= options.turns(); turn++) {
            turns.add(measure("P6 turn " + turn + " of " + options.turns()));
        }
        return List.of(
                new Measured(
                        "P6", "events accepted meanwhile", "events/s", each(turns, turn -> turn.load.rate()), null),
                milliseconds("due -> balance readable, p50", turns, turn -> turn.balance.p50(), null),
                milliseconds("due -> balance readable, p99", turns, turn -> turn.balance.p99(), new Goal(150, 60)),
                milliseconds("due -> figure readable, p50", turns, turn -> turn.figure.p50(), null),
                milliseconds("due -> figure readable, p99", turns, turn -> turn.figure.p99(), new Goal(300, 100)));
    }

    private void establish() {
        arena.establish(COMMUNITY);
        String path = "/communities/" + COMMUNITY;
        arena.put(
                Part.INCENTIVE,
                path + "/currencies/points",
                JsonNodeFactory.instance.objectNode().put("name", "Points"));
        ObjectNode rule =
                JsonNodeFactory.instance.objectNode().put("currency", "points").put("amount", 2);
        rule.putArray("kinds").add(EventTopic.KIND);
        arena.put(Part.INCENTIVE, path + "/earning-rules/per-message", rule);
    }

    private Turn measure(String step) {
        int seconds = LONGER * options.seconds();
        try (Probes probes = new Probes(arena, nextProbe, seconds)) {
            nextProbe += probes.count();
            LoadResult load = load(seconds);
            Turn turn = new Turn(load, probes.balances(), probes.figures());
            arena.progress()
                    .printf(
                            Locale.ROOT,
                            "%-22s %,8.0f events/s   balance p50 %6.1f p99 %6.1f ms   figure p50 %6.1f p99 %6.1f ms%s%n",
                            step,
                            load.rate(),
                            turn.balance.p50(),
                            turn.balance.p99(),
                            turn.figure.p50(),
                            turn.figure.p99(),
                            load.refused() > 0 ? "   " + load.refused() + " requests refused" : "");
            return turn;
        }
    }

    private LoadResult load(int seconds) {
        Load load = new Load(
                Load.Aim.EVENTS,
                arena.port(Part.ENGAGEMENT),
                "/communities/" + COMMUNITY + "/events",
                arena.token(),
                BATCH,
                CONNECTIONS,
                Math.max(1, options.rate() / BATCH),
                seconds);
        try {
            generator.write(JSON.writeValueAsString(load));
            return JSON.readValue(generator.read(), LoadResult.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Measured milliseconds(
            String what, List<Turn> turns, ToDoubleFunction<Turn> value, @Nullable Goal goal) {
        return new Measured("P6", what, "ms", each(turns, value), goal);
    }

    private static List<Double> each(List<Turn> turns, ToDoubleFunction<Turn> value) {
        return turns.stream().mapToDouble(value).boxed().toList();
    }

    private record Turn(LoadResult load, Latencies balance, Latencies figure) {}
}

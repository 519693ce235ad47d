package dev.hearth.acceptance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.acceptance.replay.Disorder;
import dev.hearth.acceptance.replay.Pace;
import dev.hearth.acceptance.replay.Summary;
import dev.hearth.local.stack.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same communities go in while one service after the other is killed: nothing is lost, nothing counted twice. */
class KillStormIT {
    private static final long SEED = 20241104;
    private static final double REPEATED = 0.05;

    /** The replays take about this long even on a fast machine, so that every service is killed in the middle. */
    private static final int SECONDS = 45;

    private final RunningSuite suite = RunningSuite.shared();

    @TempDir
    Path folder;

    @Test
    void losesAndDoublesNothingWhileEachServiceIsKilledAgainAndAgain() throws IOException {
        List<Scenario> scenarios = new ArrayList<>(List.of(Scenario.village(SEED, 12_000, folder)));
        Scenario.real("collegemsg").ifPresent(scenarios::add);
        Scenario.real("qcse").ifPresent(scenarios::add);
        scenarios.forEach(scenario -> scenario.establish(suite, community(scenario)));

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Summary>> replays = scenarios.stream()
                    .map(scenario -> CompletableFuture.supplyAsync(() -> replay(scenario), threads))
                    .toList();
            Map<Part, Integer> kills = killWhile(replays);
            assertThat(kills).as("kills before everything had taken effect").containsOnlyKeys(RunningSuite.SERVICES);
            for (int place = 0; place < scenarios.size(); place++) {
                Scenario scenario = scenarios.get(place);
                new Verdict(suite, scenario, community(scenario))
                        .check(replays.get(place).join());
            }
        }
    }

    private Summary replay(Scenario scenario) {
        // Small batches: more requests for a kill to hit.
        Pace pace = new Pace(50, 4, Math.max(1, scenario.size() / SECONDS));
        return scenario.replay(suite, community(scenario), Disorder.shuffled(SEED, REPEATED), pace);
    }

    /** Kills and restarts one service after the other until the last event is in. */
    private Map<Part, Integer> killWhile(List<CompletableFuture<Summary>> replays) {
        Map<Part, Integer> kills = new EnumMap<>(Part.class);
        int turn = 0;
        while (!replays.stream().allMatch(CompletableFuture::isDone)) {
            Part service = RunningSuite.SERVICES.get(turn % RunningSuite.SERVICES.size());
            pause(Duration.ofMillis(1_500));
            suite.stack().server(service).kill();
            pause(Duration.ofMillis(300));
            suite.stack().server(service).restart();
            kills.merge(service, 1, Integer::sum);
            turn++;
        }
        return kills;
    }

    private static String community(Scenario scenario) {
        return scenario.name() + "-storm";
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

package dev.hearth.acceptance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.acceptance.replay.Disorder;
import dev.hearth.acceptance.replay.Pace;
import dev.hearth.acceptance.replay.Summary;
import dev.hearth.local.stack.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The incentive-service is killed in the middle of more than 10,000 credits, again and again, and then everything that
 * was ever sent is delivered to it once more: nothing is lost, nothing paid twice, and the books are sound at any time.
 */
class RedeliveryIT {
    private static final long SEED = 20241105;
    private static final double REPEATED = 0.05;
    private static final int EVENTS = 8_000;
    private static final int CREDITS = 10_000;
    private static final int SECONDS = 12;
    private static final int KILLS = 4;

    private final RunningSuite suite = RunningSuite.shared();
    private final Books books = new Books(suite);

    @TempDir
    Path folder;

    @Test
    void paysEachEventOnceHoweverOftenItIsKilledAndDeliveredAgain() throws IOException {
        Scenario village = Scenario.village(SEED, EVENTS, folder);
        String community = "village-redelivered";
        village.establish(suite, community);
        Summary summary = replayWhileKilling(village, community);
        long earned = books.earned(community);
        assertThat(earned).as("credits").isGreaterThan(CREDITS);

        redeliver();

        assertThat(books.earned(community)).as("credits after redelivery").isEqualTo(earned);
        new Verdict(suite, village, community).check(summary);
    }

    private Summary replayWhileKilling(Scenario village, String community) {
        Pace pace = new Pace(50, 4, village.size() / SECONDS);
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Summary> replay = CompletableFuture.supplyAsync(
                    () -> village.replay(suite, community, Disorder.shuffled(SEED, REPEATED), pace), thread);
            for (int kill = 0; kill < KILLS; kill++) {
                awaitCredits(community, books.earned(community) + 1);
                assertThat(replay.isDone()).as("killed in the middle").isFalse();
                restart(() -> assertThat(books.violations()).isEmpty());
            }
            return replay.join();
        }
    }

    /** Sets the positions back to zero, kills once more while it catches up, and waits until it has. */
    private void redeliver() {
        long end = books.position();
        restart(books::forgetPositions);
        var _ = Eventually.get(books::position, position -> position > 0);
        restart(() -> assertThat(books.violations()).isEmpty());
        var _ = Eventually.get(books::position, position -> position >= end);
        assertThat(books.violations()).isEmpty();
    }

    private void restart(Runnable meanwhile) {
        suite.stack().server(Part.INCENTIVE).kill();
        try {
            meanwhile.run();
        } finally {
            suite.stack().server(Part.INCENTIVE).restart();
        }
    }

    private void awaitCredits(String community, long least) {
        var _ = Eventually.get(() -> books.earned(community), earned -> earned >= least);
    }
}

package dev.hearth.acceptance.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hearth.acceptance.replay.Disorder;
import dev.hearth.acceptance.replay.Pace;
import dev.hearth.acceptance.replay.Summary;
import dev.hearth.acceptance.truth.Published;
import dev.hearth.acceptance.truth.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * All that the files of real communities tell goes in through the front door; every published count, board, streak,
 * lifecycle, cohort and funnel must come out of the analytics-service, also where figures were rebuilt from the topics
 * while events came in.
 */
class PublishedFiguresIT {
    private static final long SEED = 20241107;
    private static final double REPEATED = 0.05;

    private final RunningSuite suite = RunningSuite.shared();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"collegemsg,false", "qcse,false", "collegemsg,true", "qcse,true"})
    void givesEveryPublishedFigureAlsoShuffledWithRepeatsAndRebuiltInTheMiddle(String name, boolean disorderly)
            throws IOException {
        Optional<SharedData> data = SharedData.find(name);
        assumeTrue(data.isPresent(), "no shared/data/" + name + " beside the checkout, nor at HEARTH_SHARED");
        Published published = new Published(data.orElseThrow());
        String community = name + (disorderly ? "-rebuilt" : "-published");
        PublishedCommunity established = new PublishedCommunity(suite, community, published);
        established.establish();

        Disorder disorder = disorderly ? Disorder.shuffled(SEED, REPEATED) : Disorder.NONE;
        Path file = published.write(folder.resolve(name + ".csv"));
        CompletableFuture<Summary> replay =
                CompletableFuture.supplyAsync(() -> established.replay(file, disorder, Pace.USUAL));
        if (disorderly) {
            awaitSome(community);
            new Rebuilds(suite).switchOver();
        }
        Summary summary = replay.join();

        assertThat(summary.fate().refused()).isEmpty();
        assertThat(summary.caughtUp()).isTrue();
        established.check();
    }

    /** A rebuild that begins now ends while more events come in, or soon after. */
    private void awaitSome(String community) {
        var _ = Eventually.get(
                () -> suite.client().get(suite.analytics("/communities/" + community + "/active-members")),
                answer -> answer.succeeded() && !answer.body().path("items").isEmpty());
    }
}

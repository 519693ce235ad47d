package dev.hearth.acceptance.suite;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hearth.acceptance.replay.Disorder;
import dev.hearth.acceptance.replay.Pace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole communities go in through the front door, and every figure that is known of them must come out. */
class ReplayedCommunityIT {
    private static final long SEED = 20241103;
    private static final double REPEATED = 0.05;

    private final RunningSuite suite = RunningSuite.shared();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"collegemsg", "qcse"})
    void givesEveryPublishedFigureOfARealCommunityInItsOwnOrder(String name) throws IOException {
        replay(real(name), name + "-raw", Disorder.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"collegemsg", "qcse"})
    void givesEveryPublishedFigureOfARealCommunityShuffledAndWithRepeats(String name) throws IOException {
        replay(real(name), name + "-shuffled", Disorder.shuffled(SEED, REPEATED));
    }

    @Test
    void givesEveryFigureOfAMadeUpCommunityWithGroupsInManyZones() throws IOException {
        replay(Scenario.village(SEED, 12_000, folder), "village-raw", Disorder.NONE);
    }

    @Test
    void givesEveryFigureOfAMadeUpCommunityShuffledAndWithRepeats() throws IOException {
        replay(Scenario.village(SEED, 12_000, folder), "village-shuffled", Disorder.shuffled(SEED, REPEATED));
    }

    private static Scenario real(String name) throws IOException {
        Optional<Scenario> scenario = Scenario.real(name);
        assumeTrue(scenario.isPresent(), "no shared/data/" + name + " beside the checkout, nor at HEARTH_SHARED");
        return scenario.orElseThrow();
    }

    private void replay(Scenario scenario, String community, Disorder disorder) {
        scenario.establish(suite, community);
        new Verdict(suite, scenario, community).check(scenario.replay(suite, community, disorder, Pace.USUAL));
    }
}

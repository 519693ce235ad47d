package dev.hearth.incentive.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** A sample of {@link HistoryPropertyTest} that is short enough to be run for every mutation. */
class HistorySampleTest {
    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void paysWhatTheModelPaysInASampleOfHistories(@ForAll long seed) {
        History history = History.of(seed);

        assertThat(history.replay(new Random(~seed))).isEqualTo(new HistoryModel(history).credits());
    }
}

package dev.hearth.incentive.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * The engine against a model that keeps no counts, over every kind of rule, with late, repeated and disordered events.
 */
class HistoryPropertyTest {
    @Property(tries = 100_000, shrinking = ShrinkingMode.OFF)
    void paysWhatTheModelPaysHoweverTheEventsAreBatched(@ForAll long seed) {
        History history = History.of(seed);

        assertThat(history.replay(new Random(~seed))).isEqualTo(new HistoryModel(history).credits());
    }
}

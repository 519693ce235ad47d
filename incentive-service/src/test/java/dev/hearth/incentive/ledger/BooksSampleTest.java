package dev.hearth.incentive.ledger;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** A sample of {@link BooksPropertyTest} that is short enough to be run for every mutation. */
class BooksSampleTest extends BooksPropertyTest {
    @Override
    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void everyPointIsWhereTheModelHasIt(@ForAll("histories") List<Op> history) {
        super.everyPointIsWhereTheModelHasIt(history);
    }

    @Override
    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void aReversalTakesBackExactlyWhatWasGiven(@ForAll("histories") List<Op> history, @ForAll int which) {
        super.aReversalTakesBackExactlyWhatWasGiven(history, which);
    }
}

package dev.hearth.incentive.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class SlotsTest {
    @Property
    void dividesWhateverChangesEvenlyAndLosesNothing(
            @ForAll @Size(Slots.COUNT) List<@LongRange(min = 0, max = 1_000_000) Long> remaining,
            @ForAll @LongRange(min = -2_000_000, max = 1_000_000_000) long quantity) {
        Slots slots = new Slots(remaining);

        Optional<List<Long>> changes = slots.changes(quantity);

        if (slots.total() + quantity < 0) {
            assertThat(changes).isEmpty();
            return;
        }
        List<Long> after = new ArrayList<>();
        IntStream.range(0, Slots.COUNT)
                .forEach(slot ->
                        after.add(remaining.get(slot) + changes.orElseThrow().get(slot)));
        assertThat(new Slots(after).total()).isEqualTo(slots.total() + quantity);
        assertThat(after).allMatch(left -> left >= 0);
        long least = after.stream().min(Long::compare).orElseThrow();
        long most = after.stream().max(Long::compare).orElseThrow();
        assertThat(most - least).isLessThanOrEqualTo(1);
    }
}

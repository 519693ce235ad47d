package dev.hearth.incentive.earning.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InterleavingTest {
    private final Interleaving<String, String> order =
            new Interleaving<>(List.of("b", "a", "c"), Comparator.naturalOrder());

    @Test
    void takesTheEarliestOfAllAndAtTheSameTimeTheFirstLane() {
        order.put("b", 5, "b5");
        order.put("a", 5, "a5");
        order.put("a", 7, "a7");
        order.put("c", 6, "c6");

        assertThat(all()).containsExactly("a5", "b5", "c6", "a7");
    }

    @Test
    void keepsTheOrderOfALaneWhoseTimesGoBack() {
        order.put("a", 9, "a9");
        order.put("a", 1, "a1");
        order.put("b", 3, "b3");

        assertThat(all()).containsExactly("b3", "a9", "a1");
    }

    @Test
    void waitsForALaneThatMayStillBringSomethingEarlier() {
        order.put("a", 5, "a5");

        assertThat(order.next(Set.of("a", "b"))).isEmpty();
        order.put("b", 1, "b1");
        assertThat(order.next(Set.of("a", "b"))).contains("b1");
        assertThat(order.next(Set.of("a", "b"))).isEmpty();
        assertThat(order.next(Set.of("a"))).contains("a5");
        assertThat(order.isEmpty()).isTrue();
    }

    private List<String> all() {
        List<String> all = new ArrayList<>();
        for (Optional<String> next = order.next(Set.of()); next.isPresent(); next = order.next(Set.of())) {
            all.add(next.orElseThrow());
        }
        return all;
    }
}

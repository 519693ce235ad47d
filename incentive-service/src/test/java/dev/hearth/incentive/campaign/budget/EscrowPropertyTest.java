package dev.hearth.incentive.campaign.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Any interleaving of fundings and draws of any partitions: locks make it some sequence, so every sequence is tried.
 */
class EscrowPropertyTest {
    /**
     * One step of a history.
     *
     * @param slice who draws; the pool too
     * @param wanted what it locks
     * @param share of what it got that it then spends, in percent: caps cut awards after they were escrowed
     * @param funded what is put into the pool before
     */
    record Step(int slice, long wanted, int share, long funded) {}

    @Property(tries = 3000)
    void everyDrawerGetsWhatItWantsOrAllThatIsLeftAndNothingIsEverOverdrawn(@ForAll("histories") List<Step> history) {
        SortedMap<Integer, Long> slices = new TreeMap<>(Map.of(Escrow.POOL, 0L));
        long funded = 0;
        long drawn = 0;
        for (Step step : history) {
            slices.merge(Escrow.POOL, step.funded(), Long::sum);
            funded += step.funded();
            long left = sum(slices);

            apply(slices, Escrow.moves(step.slice(), step.wanted(), slices));

            long available = slices.getOrDefault(step.slice(), 0L);
            assertThat(Math.min(available, step.wanted())).isEqualTo(Math.min(step.wanted(), left));
            long spent = Math.min(available, step.wanted()) * step.share() / 100;
            slices.merge(step.slice(), -spent, Long::sum);
            drawn += spent;
            assertThat(slices.values()).allSatisfy(points -> assertThat(points).isNotNegative());
            assertThat(drawn + sum(slices)).isEqualTo(funded);
        }
    }

    @Property(tries = 3000)
    void movesOnlyWhatIsInSlicesThatWereLocked(@ForAll("histories") List<Step> history) {
        SortedMap<Integer, Long> slices = new TreeMap<>();
        for (Step step : history) {
            slices.merge(Escrow.POOL, step.funded(), Long::sum);
            var locked = Escrow.touched(step.slice(), step.wanted(), slices);
            SortedMap<Integer, Long> seen = new TreeMap<>(slices);
            seen.keySet().retainAll(locked);

            List<Escrow.Move> moves = Escrow.moves(step.slice(), step.wanted(), seen);

            assertThat(moves).isEqualTo(Escrow.moves(step.slice(), step.wanted(), slices));
            assertThat(moves).allSatisfy(move -> {
                assertThat(locked).contains(move.from(), move.to());
                assertThat(move.points()).isPositive();
                assertThat(move.from()).isNotEqualTo(move.to());
            });
            apply(slices, moves);
        }
    }

    @Property(tries = 1000)
    void aPartitionSeldomComesBackToThePoolWhileMuchIsLeft(@ForAll("small") long award) {
        SortedMap<Integer, Long> slices = new TreeMap<>(Map.of(Escrow.POOL, 1_000_000L));
        int trips = 0;
        long draws = 0;
        while (slices.getOrDefault(Escrow.POOL, 0L) > 500_000) {
            List<Escrow.Move> moves = Escrow.moves(3, award, slices);
            trips += moves.isEmpty() ? 0 : 1;
            apply(slices, moves);
            slices.merge(3, -award, Long::sum);
            draws++;
        }

        assertThat(trips).isLessThanOrEqualTo(12);
        assertThat(draws).isGreaterThan(400_000 / award);
    }

    private static void apply(SortedMap<Integer, Long> slices, List<Escrow.Move> moves) {
        for (Escrow.Move move : moves) {
            slices.merge(move.from(), -move.points(), Long::sum);
            assertThat(slices.get(move.from())).isNotNegative();
            slices.merge(move.to(), move.points(), Long::sum);
        }
    }

    private static long sum(SortedMap<Integer, Long> slices) {
        return slices.values().stream().mapToLong(Long::longValue).sum();
    }

    @Provide
    Arbitrary<Long> small() {
        return Arbitraries.longs().between(1, 200);
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.oneOf(
                                Arbitraries.longs().between(0, 50),
                                Arbitraries.longs().between(0, 1_000_000_000_000L)),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(4, Arbitraries.just(0L)),
                                net.jqwik.api.Tuple.of(1, Arbitraries.longs().between(1, 1_000))))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }
}

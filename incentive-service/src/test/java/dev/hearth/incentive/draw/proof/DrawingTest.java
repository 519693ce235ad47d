package dev.hearth.incentive.draw.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.incentive.chance.Chance;
import dev.hearth.incentive.chance.Seed;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DrawingTest {
    private static final List<Stake> ONE = List.of(new Stake("car", 1, 0));

    @Property(tries = 2000)
    void drawsNoEntryTwiceNobodyTooOftenAndAsManyAsThereCanBe(
            @ForAll @Size(max = 60) List<@IntRange(max = 12) Integer> members,
            @ForAll @IntRange(min = 1, max = 20) int first,
            @ForAll @IntRange(min = 1, max = 20) int second,
            @ForAll @IntRange(min = 1, max = 4) int winsPerMember,
            @ForAll long seed) {
        List<String> entrants = members.stream().map(Object::toString).toList();
        List<Stake> prizes = List.of(new Stake("first", first, 0), new Stake("second", second, 0));

        List<Drawing.Win> wins = new Drawing(prizes, winsPerMember).atClosing(chance(seed), entrants);

        assertThat(wins).extracting(Drawing.Win::position).doesNotHaveDuplicates();
        assertThat(wins).allMatch(win -> entrants.get(win.position()).equals(win.entrant()));
        Map<String, Long> entered = counts(entrants);
        long possible = entered.values().stream()
                .mapToLong(count -> Math.min(count, winsPerMember))
                .sum();
        assertThat(wins).hasSize((int) Math.min(possible, first + second));
        assertThat(counts(wins.stream().map(Drawing.Win::entrant).toList()).values())
                .allMatch(count -> count <= winsPerMember);
        assertThat(wins.stream().map(Drawing.Win::prize).toList())
                .isEqualTo(IntStream.range(0, wins.size())
                        .mapToObj(i -> i < first ? "first" : "second")
                        .toList());
    }

    /** The whole row is drawn, so all places are exchanged: a shuffle. */
    @Property(tries = 500)
    void drawsEveryEntryOnceIfThereArePrizesEnough(
            @ForAll @IntRange(min = 1, max = 200) int entries, @ForAll long seed) {
        List<String> entrants =
                IntStream.range(0, entries).mapToObj(Integer::toString).toList();

        Set<Integer> drawn = new HashSet<>();
        new Drawing(List.of(new Stake("any", 500, 0)), 1)
                .atClosing(chance(seed), entrants)
                .forEach(win -> drawn.add(win.position()));

        assertThat(drawn).hasSize(entries);
    }

    @Test
    void everyEntryIsAsLikelyToWinTheFirstPrizeAndTheSecond() {
        List<String> entrants =
                IntStream.range(0, 20).mapToObj(Integer::toString).toList();
        Drawing drawing = new Drawing(List.of(new Stake("first", 1, 0), new Stake("second", 1, 0)), 1);
        int[][] won = new int[2][20];
        for (int i = 0; i < 20_000; i++) {
            List<Drawing.Win> wins = drawing.atClosing(chance(i), entrants);
            won[0][wins.get(0).position()]++;
            won[1][wins.get(1).position()]++;
        }
        for (int[] counts : won) {
            double chiSquare = IntStream.of(counts)
                    .mapToDouble(count -> Math.pow(count - 1000.0, 2) / 1000)
                    .sum();
            // nineteen degrees of freedom: above 50.8 once in ten thousand
            assertThat(chiSquare).isLessThan(50.8);
        }
    }

    @Test
    void twoEntriesAreTwiceTheChance() {
        List<String> entrants = List.of("ada", "bob", "ada", "cem");
        int ada = 0;
        for (int i = 0; i < 20_000; i++) {
            ada += new Drawing(ONE, 1)
                            .atClosing(chance(i), entrants)
                            .getFirst()
                            .entrant()
                            .equals("ada")
                    ? 1
                    : 0;
        }
        // a half, ± 4.5 standard deviations
        assertThat(ada).isBetween(10_000 - 319, 10_000 + 319);
    }

    @Test
    void nobodyEnteredNobodyWins() {
        assertThat(new Drawing(ONE, 1).atClosing(chance(1), List.of())).isEmpty();
    }

    @Test
    void entriesMeetPrizesAsOftenAsTheOddsSay() {
        Drawing drawing = new Drawing(List.of(new Stake("rare", 1, 10_000), new Stake("often", 1, 300_000)), 1);
        Chance chance = chance(1);
        Map<Integer, Integer> met = new HashMap<>();
        for (long number = 1; number <= 100_000; number++) {
            met.merge(drawing.meets(chance, number), 1, Integer::sum);
        }
        // 1 % and 30 % of 100,000, ± 4.5 standard deviations
        assertThat(met.get(0)).isBetween(1_000 - 142, 1_000 + 142);
        assertThat(met.get(1)).isBetween(30_000 - 652, 30_000 + 652);
        assertThat(met.keySet()).containsExactlyInAnyOrder(-1, 0, 1);
    }

    @Test
    void oddsOfAMillionMeetAlways() {
        Drawing drawing = new Drawing(List.of(new Stake("sure", 1, Stake.MILLION)), 1);

        assertThat(IntStream.range(1, 5_000)).allMatch(number -> drawing.meets(chance(number), number) == 0);
    }

    @Test
    void aPrizeThatIsGoneOrAMemberWhoHasWonGetsNothing() {
        Drawing drawing = new Drawing(ONE, 2);

        assertThat(drawing.gets(1, 1)).isTrue();
        assertThat(drawing.gets(0, 0)).isFalse();
        assertThat(drawing.gets(1, 2)).isFalse();
    }

    @Test
    void anotherSeedTermListOrBeaconIsAnotherDraw() {
        Set<Long> numbers = new HashSet<>();
        Seed seed = new Seed("ab".repeat(32));
        numbers.add(Drawing.chance(seed, Proofs.DRAW, "t", "r", "b").below(Long.MAX_VALUE));
        numbers.add(Drawing.chance(Proofs.SEED, Proofs.DRAW, "t", "r", "b").below(Long.MAX_VALUE));
        numbers.add(Drawing.chance(seed, Proofs.DRAW, "u", "r", "b").below(Long.MAX_VALUE));
        numbers.add(Drawing.chance(seed, Proofs.DRAW, "t", "s", "b").below(Long.MAX_VALUE));
        numbers.add(Drawing.chance(seed, Proofs.DRAW, "t", "r", "").below(Long.MAX_VALUE));
        numbers.add(Drawing.chance(seed, new DrawId("acme", "autumn"), "t", "r", "b")
                .below(Long.MAX_VALUE));

        assertThat(numbers).hasSize(6);
    }

    @Property(tries = 500)
    void anEntryAddedRemovedOrMovedShowsInTheHead(
            @ForAll @Size(min = 2, max = 20) List<@IntRange(max = 1000) Integer> members, @ForAll int where) {
        List<String> entrants =
                members.stream().map(member -> Proofs.entrant("m" + member)).toList();
        int place = Math.floorMod(where, entrants.size());
        EntryLane lane = Proofs.lane(0, entrants);
        List<String> without = new java.util.ArrayList<>(entrants);
        String moved = without.remove(place);
        List<String> elsewhere = new java.util.ArrayList<>(without);
        elsewhere.add(place == 0 ? without.size() : 0, moved);

        assertThat(Proofs.lane(0, without).head()).isNotEqualTo(lane.head());
        assertThat(lane.with(moved).head()).isNotEqualTo(lane.head());
        if (!elsewhere.equals(entrants)) {
            assertThat(Proofs.lane(0, elsewhere).head()).isNotEqualTo(lane.head());
        }
        assertThat(Proofs.lane(1, entrants).head()).isNotEqualTo(lane.head());
    }

    private static Map<String, Long> counts(List<String> entrants) {
        return entrants.stream().collect(Collectors.groupingBy(entrant -> entrant, Collectors.counting()));
    }

    private static Chance chance(long number) {
        return Proofs.SEED.chance("test", Long.toString(number));
    }
}

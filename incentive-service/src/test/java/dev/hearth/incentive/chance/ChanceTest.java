package dev.hearth.incentive.chance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChanceTest {
    private static final Seed SEED = new Seed("0123456789abcdef".repeat(4));

    @Test
    void writesSeveralTextsSoThatNoOthersGiveTheSameBytes() {
        assertThat(HexFormat.of().formatHex(Sha256.fields("ab", ""))).isEqualTo("00000002616200000000");
        assertThat(Sha256.ofFields("ab", "c")).isNotEqualTo(Sha256.ofFields("a", "bc"));
    }

    /** RFC 4231, test case 2. */
    @Test
    void computesTheHmacOfTheStandard() {
        assertThat(HexFormat.of()
                        .formatHex(Sha256.mac("Jefe".getBytes(UTF_8))
                                .doFinal("what do ya want for nothing?".getBytes(UTF_8))))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    /** SHA-256 of 32 zero bytes, as every other tool computes it. */
    @Test
    void commitsToTheBytesOfTheSeedNotToItsDigits() {
        assertThat(new Seed("0".repeat(64)).commitment())
                .isEqualTo("66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925");
    }

    @Test
    void neverTellsTheSeedByTheWay() {
        assertThat(SEED.toString()).doesNotContain(SEED.hex()).contains(SEED.commitment());
    }

    @Test
    void givesTheSameNumbersAgainAndOthersForAnotherPurpose() {
        assertThat(numbers(SEED.chance("a", "b"))).isEqualTo(numbers(SEED.chance("a", "b")));
        assertThat(numbers(SEED.chance("a", "b"))).isNotEqualTo(numbers(SEED.chance("ab")));
        assertThat(numbers(SEED.chance("a").branch(1)))
                .isNotEqualTo(numbers(SEED.chance("a").branch(2)));
    }

    @Test
    void branchesWhereverTheTrunkHasCome() {
        Chance used = SEED.chance("a");
        var _ = numbers(used);

        assertThat(numbers(used.branch(7))).isEqualTo(numbers(SEED.chance("a").branch(7)));
    }

    @Property(tries = 2000)
    void staysWithinItsBound(@ForAll @LongRange(min = 1) long bound, @ForAll long purpose) {
        assertThat(SEED.chance(Long.toString(purpose)).below(bound)).isBetween(0L, bound - 1);
    }

    @Test
    void refusesToChooseAmongNone() {
        Chance chance = SEED.chance("a");

        assertThatThrownBy(() -> chance.below(0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** 3 × 2^61: a quarter of all words would favour the lower third if none were passed over. */
    @Test
    void favoursNoNumberWhereTheBoundDoesNotDivideTheWords() {
        long bound = 3L << 61;
        Chance chance = SEED.chance("bias");
        int lower = 0;
        int draws = 30_000;
        for (int i = 0; i < draws; i++) {
            lower += chance.below(bound) < bound / 3 ? 1 : 0;
        }
        // a third, ± 4.5 standard deviations; without passing over it would be a half
        assertThat(lower).isBetween(10_000 - 368, 10_000 + 368);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 10, 100})
    void isUniform(int bound) {
        Chance chance = SEED.chance("uniform", Integer.toString(bound));
        int[] seen = new int[bound];
        int draws = 2_000 * bound;
        for (int i = 0; i < draws; i++) {
            seen[(int) chance.below(bound)]++;
        }
        double chiSquare = 0;
        for (int count : seen) {
            chiSquare += Math.pow(count - 2_000.0, 2) / 2_000;
        }
        int freedom = bound - 1;
        assertThat(chiSquare).isLessThan(freedom + 4.5 * Math.sqrt(2.0 * freedom) + 6);
    }

    @Test
    void makesSeedsThatDifferInEveryByte() {
        SecureRandom random = new SecureRandom();
        Set<Seed> seeds = new HashSet<>();
        BigInteger seenOnes = BigInteger.ZERO;
        for (int i = 0; i < 200; i++) {
            Seed seed = Seed.random(random);
            seeds.add(seed);
            seenOnes = seenOnes.or(new BigInteger(seed.hex(), 16));
        }
        assertThat(seeds).hasSize(200);
        assertThat(seenOnes.bitCount()).isEqualTo(256);
    }

    private static String numbers(Chance chance) {
        StringBuilder numbers = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            numbers.append(chance.below(1_000_000)).append(' ');
        }
        return numbers.toString();
    }
}

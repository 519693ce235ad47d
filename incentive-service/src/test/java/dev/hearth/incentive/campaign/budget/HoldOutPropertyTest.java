package dev.hearth.incentive.campaign.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class HoldOutPropertyTest {
    private static final int MEMBERS = 10_000;

    /** Five standard deviations of a binomial: a fair choice fails once in more than a million tries. */
    @Property(tries = 100)
    void holdsAboutTheShareWhateverTheSalt(@ForAll("salts") byte[] salt, @ForAll @IntRange(max = 900) int permille) {
        HoldOut holdOut = new HoldOut(salt, permille);

        long held = IntStream.range(0, MEMBERS)
                .filter(number -> holdOut.holds("tea", "campaign/spring", "member-" + number))
                .count();

        double share = permille / 1000.0;
        double deviation = Math.sqrt(MEMBERS * share * (1 - share));
        assertThat((double) held).isBetween(MEMBERS * share - 5 * deviation, MEMBERS * share + 5 * deviation);
    }

    @Property(tries = 500)
    void neverChangesItsMindAndALargerShareHoldsAllOfASmallerOne(
            @ForAll("salts") byte[] salt,
            @ForAll @IntRange(max = 900) int one,
            @ForAll @IntRange(max = 900) int other) {
        HoldOut smaller = new HoldOut(salt, Math.min(one, other));
        HoldOut larger = new HoldOut(salt.clone(), Math.max(one, other));

        for (int number = 0; number < 50; number++) {
            String member = "member-" + number;
            assertThat(smaller.holds("tea", "campaign/spring", member))
                    .isEqualTo(new HoldOut(salt, smaller.permille()).holds("tea", "campaign/spring", member));
            if (smaller.holds("tea", "campaign/spring", member)) {
                assertThat(larger.holds("tea", "campaign/spring", member)).isTrue();
            }
        }
    }

    /** Of two halves that are chosen independently, a quarter is in both. */
    @Property(tries = 50)
    void choosesForEachTrialAnew(@ForAll("salts") byte[] salt) {
        HoldOut holdOut = new HoldOut(salt, 500);

        long both = IntStream.range(0, MEMBERS)
                .mapToObj(number -> "member-" + number)
                .filter(member -> holdOut.holds("tea", "campaign/spring", member)
                        && holdOut.holds("tea", "campaign/autumn", member))
                .count();

        assertThat(both).isBetween(2_250L, 2_750L);
    }

    @Provide
    Arbitrary<byte[]> salts() {
        return Arbitraries.bytes().array(byte[].class).ofSize(HoldOut.SALT);
    }
}

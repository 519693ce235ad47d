package dev.hearth.incentive.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodeGeneratorTest {
    @Test
    void makesDifferentCodesOfTheLengthWithThePrefix() {
        List<CouponCode> codes = new CodeGenerator(new SecureRandom()).codes(5_000, "TEA-", 12);

        assertThat(new HashSet<>(codes)).hasSize(5_000);
        assertThat(codes).allSatisfy(code -> assertThat(code.text()).matches("TEA-[2-9A-HJKMNP-TV-Z]{12}"));
    }

    @Test
    void usesNoSymbolThatCouldBeTakenForAnother() {
        assertThat(CodeGenerator.ALPHABET).hasSize(30).doesNotContain("0", "O", "1", "I", "L", "U");
        assertThat(CodeGenerator.ALPHABET.chars().distinct().count()).isEqualTo(30);
    }

    @Test
    void drawsEverySymbolAboutEquallyOftenInEveryPlace() {
        List<CouponCode> codes = new CodeGenerator(new Random(7)).codes(30_000, "", 12);

        for (int place = 0; place < 12; place++) {
            Map<Character, Integer> counts = new HashMap<>();
            for (CouponCode code : codes) {
                counts.merge(code.text().charAt(place), 1, Integer::sum);
            }
            assertThat(counts).hasSize(30);
            // 1,000 expected each; 6 standard deviations
            assertThat(counts.values()).allMatch(count -> Math.abs(count - 1_000) < 190);
        }
    }

    @Test
    void makesAsManyAsAskedForEvenIfTheGeneratorRepeatsItself() {
        Random repeating = new Random(7) {
            private static final long serialVersionUID = 1L;
            private int drawn;

            @Override
            public int nextInt(int bound) {
                int call = drawn++;
                return call < 24 ? 0 : call % bound;
            }
        };

        assertThat(new HashSet<>(new CodeGenerator(repeating).codes(2, "", 12))).hasSize(2);
    }
}

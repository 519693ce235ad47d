package dev.hearth.incentive.coupon;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Makes codes that nobody guesses: each symbol is drawn independently and evenly from 30, so a code of 16 has 78 bits.
 * The symbols cannot be taken for one another when read out or written by hand: no 0 O, 1 I L, U V only as V.
 */
final class CodeGenerator {
    /** The symbols of generated codes. */
    static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final RandomGenerator random;

    /** @param random must be unpredictable: {@link java.security.SecureRandom} */
    CodeGenerator(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Makes different codes.
     *
     * @param count how many
     * @param prefix what each begins with, may be empty
     * @param length of what follows the prefix, enough that {@code count} different ones are found at once
     */
    List<CouponCode> codes(int count, String prefix, int length) {
        Set<CouponCode> codes = LinkedHashSet.newLinkedHashSet(count);
        while (codes.size() < count) {
            codes.add(code(prefix, length));
        }
        return List.copyOf(codes);
    }

    private CouponCode code(String prefix, int length) {
        StringBuilder text = new StringBuilder(prefix);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new CouponCode(text.toString());
    }
}

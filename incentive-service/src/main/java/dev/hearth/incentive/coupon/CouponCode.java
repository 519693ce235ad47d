package dev.hearth.incentive.coupon;

/**
 * A code that a partner accepts: 4 to 100 visible ASCII characters, no blanks.
 *
 * @param text the code
 */
record CouponCode(String text) {
    static final int MIN_LENGTH = 4;
    static final int MAX_LENGTH = 100;
    static final String RULE = "4 to 100 visible ASCII characters, no blanks";

    CouponCode {
        if (!isValid(text)) {
            throw new IllegalArgumentException("a code must have " + RULE);
        }
    }

    static boolean isValid(String text) {
        return text.length() >= MIN_LENGTH
                && text.length() <= MAX_LENGTH
                && text.chars().allMatch(character -> character >= '!' && character <= '~');
    }
}

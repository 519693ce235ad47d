package dev.hearth.incentive.coupon;

import java.util.List;

/** Codes to be added to a coupon at once. */
sealed interface CodeBatch {
    /** How many codes a batch has, at most: one transaction stays short. */
    int MAX_CODES = 5_000;

    /**
     * Codes that a partner made.
     *
     * @param codes 1 to 5,000
     */
    record Uploaded(List<CouponCode> codes) implements CodeBatch {
        public Uploaded {
            codes = List.copyOf(codes);
        }
    }

    /**
     * Codes to be made here.
     *
     * @param count 1 to 5,000
     * @param prefix what each begins with: at most 20 visible ASCII characters
     * @param length how many drawn symbols follow, 12 to 32: even 10^6 codes of 12 leave one in 5·10^11 to a guess
     */
    record Generated(int count, String prefix, int length) implements CodeBatch {
        static final int MIN_LENGTH = 12;
        static final int DEFAULT_LENGTH = 16;
        static final int MAX_LENGTH = 32;
        static final int MAX_PREFIX = 20;
    }
}

package dev.hearth.analytics.activity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How every share and mean is rounded. */
public final class Ratio {
    private static final int DECIMALS = 6;

    private Ratio() {}

    /**
     * {@code part / whole} with 6 decimals, null if the whole is 0. Ties go to the even neighbour, as IEEE 754 and most
     * tools for data do it.
     */
    public static @Nullable BigDecimal of(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** The same, of whole numbers of any size. */
    public static @Nullable BigDecimal of(BigInteger part, BigInteger whole) {
        return whole.signum() == 0
                ? null
                : new BigDecimal(part).divide(new BigDecimal(whole), DECIMALS, RoundingMode.HALF_EVEN);
    }
}

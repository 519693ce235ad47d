package dev.hearth.incentive.accrual;

/** What becomes of a fraction of a point; the same for debits as for credits. */
public enum Rounding {
    /** Dropped. */
    DOWN,
    /** Made a whole point. */
    UP,
    /** Made a whole point from one half on. */
    HALF_UP;

    /**
     * A quotient.
     *
     * @param divisor 1 or more
     * @throws ArithmeticException if {@code dividend} is within {@code divisor} of the ends of its range
     */
    long divide(long dividend, long divisor) {
        long size = Math.absExact(dividend);
        long whole = switch (this) {
            case DOWN -> size / divisor;
            case UP -> Math.ceilDiv(size, divisor);
            case HALF_UP -> size / divisor + (size % divisor >= divisor - size % divisor ? 1 : 0);
        };
        return dividend < 0 ? -whole : whole;
    }
}

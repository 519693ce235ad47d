package dev.hearth.incentive.condition;

import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The values that a whole number can take.
 *
 * @param least the smallest
 * @param most the largest
 */
record Range(BigInteger least, BigInteger most) {
    private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);
    static final Range ALL = new Range(MIN, MAX);

    Range(long least, long most) {
        this(BigInteger.valueOf(least), BigInteger.valueOf(most));
    }

    boolean fits() {
        return least.compareTo(MIN) >= 0 && most.compareTo(MAX) <= 0;
    }

    Range or(Range other) {
        return new Range(least.min(other.least), most.max(other.most));
    }

    Range plus(Range other) {
        return new Range(least.add(other.least), most.add(other.most));
    }

    Range negated() {
        return new Range(most.negate(), least.negate());
    }

    Range minus(Range other) {
        return plus(other.negated());
    }

    Range times(Range other) {
        return spanning(
                least.multiply(other.least),
                least.multiply(other.most),
                most.multiply(other.least),
                most.multiply(other.most));
    }

    /** Dividing by zero is a fault of its own; dividing never makes a number larger, except the least one by -1. */
    Range by(Range divisor) {
        BigInteger size = least.abs().max(most.abs());
        return divisor.least.signum() > 0 ? spanning(least, most, BigInteger.ZERO) : new Range(size.negate(), size);
    }

    /** The remainder is smaller than the divisor and has the sign of the dividend. */
    Range modulo(Range divisor) {
        BigInteger size = divisor.least
                .abs()
                .max(divisor.most.abs())
                .subtract(BigInteger.ONE)
                .max(BigInteger.ZERO);
        return new Range(
                least.signum() < 0 ? size.negate() : BigInteger.ZERO, most.signum() > 0 ? size : BigInteger.ZERO);
    }

    Range min(Range other) {
        return new Range(least.min(other.least), most.min(other.most));
    }

    Range max(Range other) {
        return new Range(least.max(other.least), most.max(other.most));
    }

    private static Range spanning(BigInteger... corners) {
        Optional<BigInteger> least = Stream.of(corners).min(BigInteger::compareTo);
        Optional<BigInteger> most = Stream.of(corners).max(BigInteger::compareTo);
        return new Range(least.orElse(MIN), most.orElse(MAX));
    }
}

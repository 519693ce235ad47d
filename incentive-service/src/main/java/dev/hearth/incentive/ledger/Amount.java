package dev.hearth.incentive.ledger;

/**
 * Points that move in one posting: 1 to 10^12. A whole batch of a million of them still fits a {@code long}.
 *
 * @param points how many
 */
public record Amount(long points) {
    /** The most that one posting moves; the database checks the same. */
    public static final long MAX = 1_000_000_000_000L;

    public Amount {
        if (points < 1 || points > MAX) {
            throw new IllegalArgumentException("amount is " + points + ", must be 1 to " + MAX);
        }
    }
}

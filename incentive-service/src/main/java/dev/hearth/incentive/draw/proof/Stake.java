package dev.hearth.incentive.draw.proof;

/**
 * What can be won.
 *
 * @param prize the prize's id, unique in the draw
 * @param quantity how many of it, 1 to 10,000
 * @param odds of each entry of an instant draw, in millionths; 0 in a draw at closing
 */
public record Stake(String prize, int quantity, int odds) {
    /** What odds are counted in. */
    public static final int MILLION = 1_000_000;
    /** The most of one prize. */
    public static final int MAX_QUANTITY = 10_000;

    public Stake {
        if (quantity < 1 || quantity > MAX_QUANTITY || odds < 0 || odds > MILLION) {
            throw new IllegalArgumentException("prize " + prize + ": quantity " + quantity + ", odds " + odds);
        }
    }
}

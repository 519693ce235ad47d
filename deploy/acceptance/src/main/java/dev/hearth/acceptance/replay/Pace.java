package dev.hearth.acceptance.replay;

/**
 * How fast a replay goes.
 *
 * @param batch events a request, 1 to 1,000
 * @param concurrency requests under way at once, 1 to 256; 1 keeps the order exactly
 * @param rate events a second at most; 0 for as fast as the suite takes them
 */
public record Pace(int batch, int concurrency, int rate) {
    /** Fast enough for a laptop's suite, gentle enough to leave it responsive. */
    public static final Pace USUAL = new Pace(500, 8, 0);

    public Pace {
        if (batch < 1 || batch > 1_000) {
            throw new IllegalArgumentException("--batch must be between 1 and 1000");
        }
        if (concurrency < 1 || concurrency > 256) {
            throw new IllegalArgumentException("--concurrency must be between 1 and 256");
        }
        if (rate < 0) {
            throw new IllegalArgumentException("--rate must not be negative");
        }
    }
}

package dev.hearth.analytics.satisfaction;

/**
 * How ratings are read.
 *
 * <p>{@link #NPS}: 0 to 10; the score is the share of 9 and 10 less that of 0 to 6, in per cent (Reichheld, "The One
 * Number You Need to Grow", Harvard Business Review, 2003). {@link #CSAT}: 1 to 5; the score is the share of 4 and 5,
 * in per cent.
 */
enum Scale {
    NPS(0, 10, 7, 9),
    CSAT(1, 5, 3, 4);

    private final int lowest;
    private final int highest;
    private final int firstNeutral;
    private final int firstGood;

    Scale(int lowest, int highest, int firstNeutral, int firstGood) {
        this.lowest = lowest;
        this.highest = highest;
        this.firstNeutral = firstNeutral;
        this.firstGood = firstGood;
    }

    boolean has(long rating) {
        return rating >= lowest && rating <= highest;
    }

    boolean isGood(long rating) {
        return rating >= firstGood;
    }

    boolean isBad(long rating) {
        return rating < firstNeutral;
    }

    int lowest() {
        return lowest;
    }

    int highest() {
        return highest;
    }

    /** How many different ratings there are. */
    int length() {
        return highest - lowest + 1;
    }

    /** Good ones count for it, bad ones against it if the scale says so. */
    long balance(long good, long bad) {
        return switch (this) {
            case NPS -> good - bad;
            case CSAT -> good;
        };
    }
}

package dev.hearth.platform.inbox;

/**
 * Counts the records of a partition that could not be applied one after the other. A few are poison; very many mean
 * that the handler or its store is at fault, and the records must not go to the dead letters for that. Used by one
 * thread at a time.
 */
final class PoisonStreak {
    private final int most;
    private int length;

    PoisonStreak(int most) {
        this.most = most;
    }

    boolean isTooLong() {
        return length >= most;
    }

    void goesOn() {
        length++;
    }

    void ends() {
        length = 0;
    }
}

package dev.hearth.analytics.board;

/**
 * What an act at some place does to its member's score.
 *
 * @param sort in which way it counts
 * @param factor by which it counts
 */
record Effect(Sort sort, long factor) {
    /** The ways in which acts count. */
    enum Sort {
        /** The factor is added. */
        COUNT,
        /** The act's value times the factor is added. */
        AMOUNT,
        /** As {@link #AMOUNT}, unless what it takes back did not count. */
        REVERSAL,
        /** It does not count, nor does its reversal. */
        UNEARNED,
        /** The member came into the group. */
        ENTRY,
        /** The member left the group. */
        EXIT
    }

    static Effect of(Sort sort) {
        return new Effect(sort, 1);
    }
}

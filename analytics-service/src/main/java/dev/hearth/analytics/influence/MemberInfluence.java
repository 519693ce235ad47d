package dev.hearth.analytics.influence;

import java.util.Comparator;

/**
 * How much a member moves others.
 *
 * @param member who
 * @param love how much it does, weighted by kind and halved with every 28 days of age; 0 or more
 * @param reach how many other members responded to what it made
 */
record MemberInfluence(String member, double love, int reach) {
    static final Comparator<MemberInfluence> GREATEST_FIRST = Comparator.comparingDouble(MemberInfluence::gravity)
            .thenComparingDouble(MemberInfluence::love)
            .reversed()
            .thenComparing(MemberInfluence::member);

    /** To the unit of what is shown, so that a cursor and what was shown agree. */
    MemberInfluence {
        love = Math.round(love * 1000) / 1000.0;
    }

    /** The Orbit model's love × reach. */
    double gravity() {
        return Math.round(love * reach * 1000) / 1000.0;
    }
}

package dev.hearth.analytics.board;

/** Over whom something is spread. */
enum Spread {
    /** Those who have anything of it. */
    RECEIVERS,
    /** Those, and all who were active on the days that count: who got nothing is among them. */
    ACTIVE
}

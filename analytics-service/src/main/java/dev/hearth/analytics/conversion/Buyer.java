package dev.hearth.analytics.conversion;

/** Who is counted in what was bought in a period. */
enum Buyer {
    /** Who did anything. */
    ACTIVE,
    /** Who bought. */
    BUYER,
    /** Of these, of whom a purchase in the period was not the first ever (复购). */
    REPEAT_BUYER,
    /** Who did something, but bought nothing. */
    ACTIVE_ONLY
}

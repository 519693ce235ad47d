package dev.hearth.analytics.revenue;

/** Which way money goes. */
enum Flow {
    /** It comes in. */
    REVENUE,
    /** It goes out. */
    COST
}

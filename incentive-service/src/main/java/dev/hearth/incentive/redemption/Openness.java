package dev.hearth.incentive.redemption;

/** How a redemption is open. */
enum Openness {
    /** Not paid yet. */
    RESERVED,
    /** Paid, and still to be handed over. */
    CONFIRMED
}

package dev.hearth.incentive.redemption;

/** What comes of an act. */
sealed interface Turn {
    /** What happens to the price. */
    enum Points {
        /** Nothing. */
        STAY,
        /** What was held is paid. */
        CAPTURED,
        /** What was held is the member's again. */
        RELEASED,
        /** What was paid is the member's again. */
        REFUNDED
    }

    /**
     * It goes on.
     *
     * @param next where it stands now
     * @param points what happens to the price
     * @param givesBack whether what it took of the stock is there for others again
     */
    record Taken(Stage next, Points points, boolean givesBack) implements Turn {}

    /**
     * It stays as it is.
     *
     * @param problem what is in the way
     * @param detail what it is this time, and what would be right
     */
    record Refused(RedemptionProblem problem, String detail) implements Turn {}
}

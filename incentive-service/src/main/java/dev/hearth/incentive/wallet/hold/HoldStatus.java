package dev.hearth.incentive.wallet.hold;

/** How a hold stands. */
enum HoldStatus {
    /** The points are reserved. */
    HELD,
    /** Spent, all or a part; what was not is free again. */
    CAPTURED,
    /** Given back. */
    RELEASED,
    /** Given back because its time was over. */
    EXPIRED
}

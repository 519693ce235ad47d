package dev.hearth.incentive.wallet.adjustment;

/** How an adjustment stands. */
enum AdjustmentStatus {
    /** It needs a second person; nothing has moved. */
    WAITING,
    /** The points have moved. */
    APPLIED,
    /** Refused by the second person; nothing moves. */
    REJECTED
}

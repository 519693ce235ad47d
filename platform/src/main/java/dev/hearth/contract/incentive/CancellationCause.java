package dev.hearth.contract.incentive;

/** How a redemption came to nothing. */
public enum CancellationCause {
    /** It was cancelled before it was fulfilled. */
    CANCELLED,
    /** It was reserved, and not confirmed in time. */
    TIMED_OUT,
    /** It was taken back after it had been fulfilled. */
    REFUNDED
}

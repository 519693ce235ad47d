package dev.hearth.contract.incentive;

/** What changes a member's tier. */
public enum TierChangeReason {
    /** The points for a higher tier were earned. */
    EARNED,
    /** A period, and its grace, ended without the points that keep the tier. */
    NOT_KEPT,
    /** Points that had brought the tier were taken back, or late ones changed a period that was over. */
    CORRECTED,
    /** The scheme has other tiers. */
    SCHEME_CHANGED,
    /** An operator gave it, until a time. */
    OVERRIDDEN,
    /** What an operator gave ended, or was taken back. */
    OVERRIDE_ENDED
}

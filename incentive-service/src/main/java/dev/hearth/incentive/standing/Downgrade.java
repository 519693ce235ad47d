package dev.hearth.incentive.standing;

/** How far a member falls that did not keep its tier. Never below what it earned in the period. */
public enum Downgrade {
    /** To the tier below. */
    ONE_LEVEL,
    /** To the tier that was earned in the period. */
    TO_EARNED
}

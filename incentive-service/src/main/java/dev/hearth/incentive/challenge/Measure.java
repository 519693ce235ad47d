package dev.hearth.incentive.challenge;

/** What progress is. */
public enum Measure {
    /** How many events there were. */
    COUNT,
    /** The sum of their values. */
    SUM,
    /** The longest run of consecutive local days with an event. */
    STREAK,
    /** How many friends came: the event's target; each counts once, and only who stays. */
    FRIENDS
}

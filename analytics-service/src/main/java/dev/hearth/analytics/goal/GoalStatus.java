package dev.hearth.analytics.goal;

/** How a goal stands. */
enum GoalStatus {
    /** Its days have not begun. */
    PLANNED,
    /** It has what was expected by now, or nearly. */
    ON_TRACK,
    /** Going on like this it fails. */
    BEHIND,
    /** At least the target is there; of at most, its days are over and the target is not exceeded. */
    REACHED,
    /** Its days are over and the target is not there; of at most, the target is exceeded. */
    MISSED
}

package dev.hearth.analytics.goal;

/** On which side of its target a goal wants to be. */
enum Direction {
    /** The target is to be reached. */
    AT_LEAST,
    /** The target is not to be exceeded. */
    AT_MOST
}

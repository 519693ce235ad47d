package dev.hearth.acceptance.simulation;

/** What a group is like. */
public enum Mood {
    /** As its members are. */
    STEADY,
    /** Silent from two and a half days before the end of the history on, for five days. */
    COLD,
    /** Drowned in chatter in the last hours of the history and the first of what follows. */
    FLOODED,
    /** Full of advertisements. */
    SPAMMED,
    /** Nobody leads it: its owner never acts. */
    LEADERLESS
}

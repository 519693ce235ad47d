package dev.hearth.analytics.goal;

/** What a goal's days are expected to bring. */
enum Plan {
    /** Each as much as any other. */
    LINEAR,
    /** Each what its day of the week brought in the eight weeks before the goal began, beside the others. */
    WEEKDAY
}

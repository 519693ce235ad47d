package dev.hearth.analytics.goal;

/** By what a goal is measured. */
enum MeasuredBy {
    /** By what is done in its own group or community. */
    ITSELF,
    /** By what its children add up to, day by day: a member who counts for two of them counts twice. */
    CHILDREN
}

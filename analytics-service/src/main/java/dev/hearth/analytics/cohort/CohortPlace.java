package dev.hearth.analytics.cohort;

/** Where the first act must have been that makes a member one of a cohort. */
enum CohortPlace {
    /** In the group that is asked for, if one is. */
    GROUP,
    /** In any group or none. */
    COMMUNITY
}

package dev.hearth.analytics.influence;

/** What speaks for an opinion leader. */
enum InfluenceReason {
    /** Reach is as great as a candidate's must be. */
    HEARD,
    /** Love is as great as a candidate's must be. */
    ENGAGED
}

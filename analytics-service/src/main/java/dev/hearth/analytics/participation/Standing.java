package dev.hearth.analytics.participation;

/** Which members a list of participation has. */
enum Standing {
    /** Acted in the period, whether or not they belong to the community or group. */
    ACTIVE,
    /** Belong to it at the end of the period. */
    MEMBERS,
    /** Belong to it then, and acted in the period. */
    ACTIVE_MEMBERS,
    /** Belong to it then, and did not act in the period. */
    SILENT_MEMBERS
}

package dev.hearth.analytics.churn;

/** What makes a risk. */
enum ChurnSign {
    /** Silent for longer than the member's own rhythm. */
    SILENCE,
    /** Came on fewer days than in the four weeks before. */
    FALLING_FREQUENCY,
    /** Had a run of active days that ended. */
    BROKEN_STREAK,
    /** Asked and was not answered. */
    UNANSWERED_QUESTIONS,
    /** Left groups. */
    LEFT_GROUPS
}

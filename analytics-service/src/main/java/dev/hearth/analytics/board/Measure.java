package dev.hearth.analytics.board;

/** What members are compared by. */
enum Measure {
    /** How many events. */
    EVENTS,
    /** Points earned by rules, less what was taken back: never prizes. */
    POINTS,
    /** Events by the weights of their kinds. */
    CONTRIBUTION,
    /** The sum of the events' values. */
    VALUE,
    /** Points got by rules and as prizes. */
    RECEIVED
}

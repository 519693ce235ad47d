package dev.hearth.analytics.funnel;

/** How it went with those who came to a step. */
enum Outcome {
    /** They took it, whatever they did then. */
    REACHED,
    /** They took it, and not the next one. */
    LOST
}

package dev.hearth.analytics.window;

/** How the days are found that a window is compared with. */
enum BaselineKind {
    /** As many days just before it; of whole months as many months. */
    PREVIOUS,
    /** The same dates a year before; for 29 February the 28th. */
    YEAR_BEFORE,
    /** Another window's days. */
    WINDOW,
    /** Named days. */
    DAYS
}

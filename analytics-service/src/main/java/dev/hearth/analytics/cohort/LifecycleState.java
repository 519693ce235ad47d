package dev.hearth.analytics.cohort;

/**
 * Where a member can stand in a period. ACTIVE = NEW + RETURNING + RESURRECTED, KNOWN = ACTIVE + DORMANT; NEWLY_DORMANT
 * are some of the DORMANT.
 */
public enum LifecycleState {
    /** Acted in the period. */
    ACTIVE,
    /** Acted in it for the first time. */
    NEW,
    /** Acted in it and in the one before. */
    RETURNING,
    /** Acted in it, not in the one before, but earlier. */
    RESURRECTED,
    /** Acted in the one before, not in it. */
    NEWLY_DORMANT,
    /** Acted earlier, not in it. */
    DORMANT,
    /** Acted in it or earlier. */
    KNOWN
}

package dev.hearth.analytics.population;

/** What becomes of accounts that operators run (托儿). */
public enum Planted {
    /** They count nowhere. */
    EXCLUDED,
    /** They count as anybody. */
    INCLUDED,
    /** Nobody else counts. */
    ONLY
}

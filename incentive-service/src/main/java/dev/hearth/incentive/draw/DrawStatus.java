package dev.hearth.incentive.draw;

/** Where a draw stands; it only goes forward. */
enum DrawStatus {
    /** Its terms are being written. */
    DRAFT,
    /** Published: its terms are frozen, its seed is committed to, entries are taken between its times. */
    OPEN,
    /** No more entries: what it is drawn from is published. */
    CLOSED,
    /** Winners and seed are published. */
    DRAWN,
    /** Called off while it was open; its seed is published too. */
    CANCELLED
}

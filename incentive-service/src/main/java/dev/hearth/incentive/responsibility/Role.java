package dev.hearth.incentive.responsibility;

/** Who may answer for a fault. */
enum Role {
    /** Who leads the leads (负责人). */
    MANAGER,
    /** Who leads the person (组长). */
    LEAD,
    /** Whose fault it was (当事人). */
    PERSON
}

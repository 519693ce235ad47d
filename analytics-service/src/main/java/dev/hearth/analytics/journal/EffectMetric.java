package dev.hearth.analytics.journal;

/** What is looked at before and after a mark. */
enum EffectMetric {
    /** Members who were active on the day. */
    ACTIVE_MEMBERS,
    /** Events of the day. */
    EVENTS
}

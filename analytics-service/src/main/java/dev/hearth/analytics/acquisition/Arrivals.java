package dev.hearth.analytics.acquisition;

import dev.hearth.analytics.activity.DaySpan;

/**
 * Members who came on some days, and when it is looked at what became of them.
 *
 * @param joins the local days of joining
 * @param retainedAfter after how many days whoever acts is retained
 * @param today the last day on which anybody can have acted
 */
record Arrivals(DaySpan joins, int retainedAfter, int today) {
    boolean has(int joinedOn) {
        return joinedOn >= joins.firstEpochDay() && joinedOn <= joins.lastEpochDay();
    }

    boolean isMature(int joinedOn) {
        return joinedOn + retainedAfter <= today;
    }
}

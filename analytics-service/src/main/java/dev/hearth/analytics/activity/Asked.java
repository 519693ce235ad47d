package dev.hearth.analytics.activity;

import java.util.List;

/** The windows of one period whose members are to be counted. */
record Asked(Period period, List<Window> windows) {
    static Asked of(Period period, DaySpan span) {
        return new Asked(period, period.windows(span));
    }
}

package dev.hearth.analytics.journal;

import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.time.Identifier;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Something that was tried.
 *
 * @param title what, 1 to 200 characters
 * @param from the first day
 * @param to the last day, the same or at most a year later
 * @param group where; null for the whole community
 */
record Mark(
        String title,
        LocalDate from,
        LocalDate to,
        @Nullable String group) {
    static final int MAX_TITLE = 200;
    private static final int MAX_DAYS = 366;

    /** Fails with a problem that names the field at fault. */
    Mark {
        title = Check.text("/title", title, MAX_TITLE);
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MAX_DAYS) {
            throw Check.refused("/to", "is " + to + ", must be 0 to 365 days after from");
        }
        if (group != null && !Identifier.isValid(group)) {
            throw Check.refused("/group", "is no group: must be " + Identifier.RULE);
        }
    }

    boolean touches(DaySpan span) {
        return !to.isBefore(span.first()) && !from.isAfter(span.last());
    }
}

package dev.hearth.analytics.cohort;

import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.activity.Selection;

/**
 * What retention is asked for.
 *
 * @param selection which acts keep a member, and whose
 * @param entry which acts make it a member of a cohort: that of the period in which it first did one. The audience is
 *     that of {@code selection}.
 * @param period day, ISO week or month
 * @param periods how many periods after the cohort's own
 * @param mode in which of them a member must have acted
 */
public record RetentionQuestion(Selection selection, Selection entry, Period period, int periods, RetentionMode mode) {
    public RetentionQuestion {
        if (periods < 0) {
            throw new IllegalArgumentException("retention is not looked at backwards: " + periods);
        }
        if (!entry.community().equals(selection.community())) {
            throw new IllegalArgumentException("a member is retained where it came, not in another community");
        }
    }
}

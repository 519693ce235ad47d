package dev.hearth.analytics.streak;

import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.MemberOrder;
import java.util.Comparator;

/**
 * A member's longest run of local days with an act; of several, the earliest.
 *
 * @param member the member's id
 * @param run its days
 */
public record Streak(String member, DaySpan run) {
    /** Longest first; among equals by {@link MemberOrder}. */
    static final Comparator<Streak> ORDER =
            Comparator.comparingInt(Streak::days).reversed().thenComparing(Streak::member, MemberOrder.ASCENDING);

    public int days() {
        return run.daysShared(run);
    }
}

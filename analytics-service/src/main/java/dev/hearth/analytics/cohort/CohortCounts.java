package dev.hearth.analytics.cohort;

import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Mask;
import dev.hearth.analytics.activity.Selection;
import dev.hearth.analytics.activity.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/**
 * What one partition, or several, have of each cohort.
 *
 * @param sizes by cohort, its members
 * @param active by cohort and number of periods after it, how many are retained
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CohortCounts(long[] sizes, long[][] active) {
    static CohortCounts none(int cohorts, int periods) {
        return new CohortCounts(new long[cohorts], new long[cohorts][periods + 1]);
    }

    /** @param windows first those of the cohorts, then as many further ones as there are to look at */
    static CohortCounts of(CommunityActivity activity, RetentionQuestion question, List<Window> windows, int cohorts) {
        CohortCounts counts = none(cohorts, question.periods());
        List<RoaringBitmap> sets = cohorts(activity, question, windows.subList(0, cohorts));
        for (int cohort = 0; cohort < cohorts; cohort++) {
            counts.sizes[cohort] = sets.get(cohort).getLongCardinality();
        }
        Selection acts = question.selection().ofEverybody();
        RoaringBitmap retained = switch (question.mode()) {
            case EXACT -> new RoaringBitmap();
            case UNBOUNDED -> after(activity, acts, windows.getLast());
        };
        // From the last window back, so that each union of all later ones grows out of the next.
        for (int window = windows.size() - 1; window >= 0; window--) {
            RoaringBitmap acted = activity.members(acts, windows.get(window).days());
            if (question.mode() == RetentionMode.UNBOUNDED) {
                retained.or(acted);
            } else {
                retained = acted;
            }
            for (int k = Math.max(0, window - cohorts + 1); k <= Math.min(window, question.periods()); k++) {
                counts.active[window - k][k] = RoaringBitmap.andCardinality(sets.get(window - k), retained);
            }
        }
        return counts;
    }

    /** Partitions share no members. */
    CohortCounts plus(CohortCounts other) {
        CohortCounts sum = none(sizes.length, active.length == 0 ? 0 : active[0].length - 1);
        for (int cohort = 0; cohort < sizes.length; cohort++) {
            sum.sizes[cohort] = sizes[cohort] + other.sizes[cohort];
            for (int k = 0; k < active[cohort].length; k++) {
                sum.active[cohort][k] = active[cohort][k] + other.active[cohort][k];
            }
        }
        return sum;
    }

    /** Who first did an act of entry in each of the windows. */
    private static List<RoaringBitmap> cohorts(
            CommunityActivity activity, RetentionQuestion question, List<Window> windows) {
        Selection entry = question.entry().ofEverybody();
        Mask audience = activity.mask(question.selection().audience());
        RoaringBitmap earlier = Retention.before(activity, entry, windows.getFirst());
        List<RoaringBitmap> cohorts = new ArrayList<>();
        for (Window window : windows) {
            RoaringBitmap entered = activity.members(entry, window.days());
            cohorts.add(audience.of(RoaringBitmap.andNot(entered, earlier)));
            earlier.or(entered);
        }
        return cohorts;
    }

    private static RoaringBitmap after(CommunityActivity activity, Selection acts, Window last) {
        LocalDate next = last.days().last().plusDays(1);
        return activity.span(acts)
                .filter(span -> !span.last().isBefore(next))
                .map(span -> activity.members(acts, new DaySpan(next, span.last())))
                .orElseGet(RoaringBitmap::new);
    }
}

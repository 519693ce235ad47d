package dev.hearth.analytics.cohort;

import dev.hearth.analytics.activity.Ratio;
import dev.hearth.analytics.activity.Window;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cohort and what is left of it.
 *
 * @param cohort the period in which its members came
 * @param size its members
 * @param active how many are retained in the cohort's own period, the one after it, and so on; null from the first
 *     period on that begins after the last day with data
 * @param complete how many of the periods, from the cohort's own on, lie wholly before the end of the data: their
 *     figures change only by acts that come late
 */
public record RetentionFigure(Window cohort, long size, List<@Nullable Long> active, int complete) {
    public RetentionFigure {
        active = Collections.unmodifiableList(new ArrayList<>(active));
    }

    /** {@code active / size}, 6 decimals, ties to even; null for an empty cohort and where {@code active} is. */
    public @Nullable BigDecimal rate(int k) {
        Long retained = active.get(k);
        return retained == null ? null : Ratio.of(retained, size);
    }
}

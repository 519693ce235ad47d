package dev.hearth.analytics.metric;

import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.activity.Selection;
import java.util.List;

/** A figure that is published on hearth.metric for every community and every group: a bean is enough. */
public interface StandardFigure {
    /** What is measured, as it stands in the key: {@code active-members}. */
    String metric();

    /** For which of {@link Period#DAY}, {@link Period#ISO_WEEK} and {@link Period#MONTH} it is published. */
    List<Period> periods();

    /**
     * How many windows after that of an act change with it: 0 where a window's figure follows from its own acts,
     * {@link Integer#MAX_VALUE} for all of them.
     */
    int reach(Period period);

    /** The figure in each window that {@code span} asks for, as of now; a window may be left out. */
    List<WindowFigure> figures(Activity activity, Selection selection, Period period, DaySpan span);
}

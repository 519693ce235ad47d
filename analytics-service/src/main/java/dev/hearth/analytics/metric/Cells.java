package dev.hearth.analytics.metric;

import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.Audience;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.activity.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.roaringbitmap.RoaringBitmap;

/** Computes the cells that days touch. */
final class Cells {
    private final List<StandardFigure> figures;
    private final Function<String, Audience> audiences;

    /** @param audiences whose acts count, by community */
    Cells(List<StandardFigure> figures, Function<String, Audience> audiences) {
        this.figures = figures;
        this.audiences = audiences;
    }

    /** Every cell of the part that may have changed with acts on these days, and some of their neighbours. */
    List<Cell> of(Activity activity, Touched.Part part, RoaringBitmap days) {
        Optional<DaySpan> data = activity.days(part.community());
        List<Cell> cells = new ArrayList<>();
        for (int[] span : Touched.spans(days)) {
            data.ifPresent(all -> cells.addAll(of(activity, part, DaySpan.ofEpochDays(span[0], span[1]), all)));
        }
        return cells;
    }

    private List<Cell> of(Activity activity, Touched.Part part, DaySpan touched, DaySpan data) {
        List<Cell> cells = new ArrayList<>();
        Selection selection =
                new Selection(part.community(), part.group(), Set.of(), audiences.apply(part.community()));
        for (StandardFigure figure : figures) {
            for (Period period : figure.periods()) {
                DaySpan reached = reached(touched, data, figure.reach(period), period);
                figure.figures(activity, selection, period, reached)
                        .forEach(each -> cells.add(new Cell(part, figure.metric(), period, each)));
            }
        }
        return cells;
    }

    /** Up to the last day with data, which may lie before a fact's. */
    private static DaySpan reached(DaySpan touched, DaySpan data, int windows, Period period) {
        int last = Math.max(touched.lastEpochDay(), data.lastEpochDay());
        long reached = touched.lastEpochDay() + (long) Math.min(windows, last) * longest(period);
        return DaySpan.ofEpochDays(touched.firstEpochDay(), (int) Math.min(last, reached));
    }

    private static int longest(Period period) {
        return switch (period) {
            case DAY, ROLLING_7_DAYS, ROLLING_30_DAYS -> 1;
            case ISO_WEEK -> 7;
            case MONTH -> 31;
        };
    }
}

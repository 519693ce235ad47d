package dev.hearth.analytics.cohort;

import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.activity.Selection;
import dev.hearth.analytics.activity.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;

/**
 * New, returning, resurrected and dormant members of each period; "earlier" is all time before it, by the acts that the
 * selection looks at. Periods follow each other without overlap: day, ISO week, month.
 */
public final class Lifecycle {
    private Lifecycle() {}

    /** A figure for every period that has a day of {@code asked}. */
    public static List<LifecycleFigure> figures(Activity activity, Selection selection, Period period, DaySpan asked) {
        List<Window> windows = period.windows(asked);
        List<LifecycleFigure> nothing = windows.stream()
                .map(window -> LifecycleFigure.of(window, LifecycleSets.NOBODY))
                .toList();
        return activity.ask(selection.community(), partition -> figures(partition, selection, period, windows)).stream()
                .reduce(nothing, Lifecycle::sum);
    }

    /** Who stands so in a window of the period, by ordinal: as many as the figure says. */
    public static RoaringBitmap members(
            CommunityActivity activity, Selection selection, Period period, Window window, LifecycleState state) {
        return new LifecycleSets(
                        earlier(activity, selection, window),
                        previous(activity, selection, period, window),
                        activity.members(selection, window.days()))
                .of(state);
    }

    private static List<LifecycleFigure> figures(
            CommunityActivity activity, Selection selection, Period period, List<Window> windows) {
        List<LifecycleFigure> figures = new ArrayList<>();
        RoaringBitmap earlier = earlier(activity, selection, windows.getFirst());
        RoaringBitmap previous = previous(activity, selection, period, windows.getFirst());
        for (Window window : windows) {
            RoaringBitmap active = activity.members(selection, window.days());
            figures.add(LifecycleFigure.of(window, new LifecycleSets(earlier, previous, active)));
            earlier.or(active);
            previous = active;
        }
        return figures;
    }

    private static RoaringBitmap earlier(CommunityActivity activity, Selection selection, Window window) {
        LocalDate end = window.days().first().minusDays(1);
        return activity.span(selection)
                .filter(span -> !span.first().isAfter(end))
                .map(span -> activity.members(selection, new DaySpan(span.first(), end)))
                .orElseGet(RoaringBitmap::new);
    }

    private static RoaringBitmap previous(
            CommunityActivity activity, Selection selection, Period period, Window window) {
        Window before = period.of(window.days().first().minusDays(1));
        return activity.members(selection, before.days());
    }

    private static List<LifecycleFigure> sum(List<LifecycleFigure> one, List<LifecycleFigure> other) {
        return IntStream.range(0, one.size())
                .mapToObj(i -> one.get(i).plus(other.get(i)))
                .toList();
    }
}

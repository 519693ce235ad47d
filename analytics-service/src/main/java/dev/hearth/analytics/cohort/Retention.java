package dev.hearth.analytics.cohort;

import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Selection;
import dev.hearth.analytics.activity.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * How many of those who came in a period act in the periods after it. Nothing is kept: cohorts are made out of the sets
 * when they are asked for, so an act that comes late changes a member's cohort as if it had come in time.
 */
public final class Retention {
    private Retention() {}

    /**
     * The cohort of every period that has a day of {@code asked}, empty ones included.
     *
     * @param lastDay the last day with data; what is retained in later periods is not known
     */
    public static List<RetentionFigure> figures(
            Activity activity, RetentionQuestion question, DaySpan asked, @Nullable LocalDate lastDay) {
        List<Window> windows = question.period().windows(asked);
        int cohorts = windows.size();
        List<Window> all = withLater(windows, question, lastDay);
        CohortCounts counts = activity
                .ask(question.selection().community(), partition -> CohortCounts.of(partition, question, all, cohorts))
                .stream()
                .reduce(CohortCounts::plus)
                .orElseGet(() -> CohortCounts.none(cohorts, question.periods()));
        return IntStream.range(0, cohorts)
                .mapToObj(cohort -> new RetentionFigure(
                        windows.get(cohort),
                        counts.sizes()[cohort],
                        known(counts.active()[cohort], all.subList(cohort, all.size()), lastDay),
                        complete(all.subList(cohort, all.size()), question.periods(), lastDay)))
                .toList();
    }

    /** The cohort of a window, by ordinal. */
    public static RoaringBitmap cohort(CommunityActivity activity, RetentionQuestion question, Window window) {
        Selection entry = question.entry().ofEverybody();
        RoaringBitmap entered = activity.members(entry, window.days());
        entered.andNot(before(activity, entry, window));
        return activity.mask(question.selection().audience()).of(entered);
    }

    /** Those of the cohort of a window who are retained {@code k} periods later, by ordinal: as many as the figure. */
    public static RoaringBitmap retained(CommunityActivity activity, RetentionQuestion question, Window window, int k) {
        Selection acts = question.selection().ofEverybody();
        DaySpan days = later(window, question, k).days();
        DaySpan counted = switch (question.mode()) {
            case EXACT -> days;
            case UNBOUNDED -> activity.span(acts).map(days::and).orElse(days);
        };
        RoaringBitmap retained = activity.members(acts, new DaySpan(days.first(), counted.last()));
        retained.and(cohort(activity, question, window));
        return retained;
    }

    /** Who did what the selection looks at before the window. The caller's own set. */
    static RoaringBitmap before(CommunityActivity activity, Selection selection, Window window) {
        LocalDate end = window.days().first().minusDays(1);
        return activity.span(selection)
                .filter(span -> !span.first().isAfter(end))
                .map(span -> activity.members(selection, new DaySpan(span.first(), end)))
                .orElseGet(RoaringBitmap::new);
    }

    private static Window later(Window window, RetentionQuestion question, int periods) {
        Window later = window;
        for (int i = 0; i < periods; i++) {
            later = next(later, question);
        }
        return later;
    }

    private static Window next(Window window, RetentionQuestion question) {
        return question.period().of(window.days().last().plusDays(1));
    }

    /** And those after them in which somebody may be retained, so far. */
    private static List<Window> withLater(
            List<Window> windows, RetentionQuestion question, @Nullable LocalDate lastDay) {
        List<Window> all = new ArrayList<>(windows);
        for (int i = 0; i < question.periods(); i++) {
            Window next = next(all.getLast(), question);
            if (lastDay == null || next.days().first().isAfter(lastDay)) {
                break;
            }
            all.add(next);
        }
        return all;
    }

    private static List<@Nullable Long> known(long[] active, List<Window> windows, @Nullable LocalDate lastDay) {
        List<@Nullable Long> known = new ArrayList<>();
        for (int k = 0; k < active.length; k++) {
            boolean begun = k < windows.size()
                    && lastDay != null
                    && !windows.get(k).days().first().isAfter(lastDay);
            known.add(begun ? active[k] : null);
        }
        return known;
    }

    private static int complete(List<Window> windows, int periods, @Nullable LocalDate lastDay) {
        return lastDay == null
                ? 0
                : (int) windows.stream()
                        .limit(periods + 1L)
                        .takeWhile(window -> !window.days().last().isAfter(lastDay))
                        .count();
    }
}

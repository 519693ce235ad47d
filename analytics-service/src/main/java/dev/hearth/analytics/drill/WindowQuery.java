package dev.hearth.analytics.drill;

import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.figure.Asked;
import dev.hearth.analytics.figure.FigureQuery;
import dev.hearth.analytics.figure.Inquiry;
import dev.hearth.platform.problem.QueryParameter;

/** Asks about one named window, whatever days there are data for. */
public final class WindowQuery {
    private WindowQuery() {}

    /** The question of {@code query}, which must name its days, by {@code namedWindow} or from and to. */
    public static Asked ask(Inquiry inquiry, String community, FigureQuery query) {
        Asked asked = inquiry.ask(community, Period.DAY, query);
        if (query.from == null || query.to == null) {
            throw QueryParameter.refused(
                    query.from == null ? "from" : "to", "is missing; a list is of days that are named");
        }
        return asked;
    }

    /**
     * The question of {@code query} for the window: it may name days, by {@code namedWindow} or from and to, as that
     * for the figure did, and then the window must be one of those that it asks for.
     */
    public static Asked ask(Inquiry inquiry, String community, String parameter, WindowName window, FigureQuery query) {
        DaySpan days = window.window().days();
        if (query.from == null && query.namedWindow == null) {
            query.from = days.first().toString();
        }
        if (query.to == null && query.namedWindow == null) {
            query.to = days.last().toString();
        }
        Asked asked = inquiry.ask(community, window.period(), query);
        if (asked.span().orElseThrow().daysShared(days) == 0) {
            throw QueryParameter.refused(
                    parameter, "is " + window.window().name() + ", which has no day from `from` to `to`");
        }
        return asked;
    }
}

package dev.hearth.analytics.metric;

import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.activity.Selection;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Distinct members that acted in a day, a week, a month: {@code activeMembers}. */
@Singleton
class ActiveMembersFigure implements StandardFigure {
    @Override
    public String metric() {
        return "active-members";
    }

    @Override
    public List<Period> periods() {
        return List.of(Period.DAY, Period.ISO_WEEK, Period.MONTH);
    }

    @Override
    public int reach(Period period) {
        return 0;
    }

    @Override
    public List<WindowFigure> figures(Activity activity, Selection selection, Period period, DaySpan span) {
        return activity.activeMembers(selection, period, span).stream()
                .map(each ->
                        new WindowFigure(each.window(), Map.of("activeMembers", BigDecimal.valueOf(each.members()))))
                .toList();
    }
}

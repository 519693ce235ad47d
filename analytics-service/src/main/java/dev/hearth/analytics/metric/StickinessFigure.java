package dev.hearth.analytics.metric;

import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.activity.Selection;
import dev.hearth.analytics.activity.Window;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The share of the members of a day and the 29 before it that were active on that day: {@code dailyActive},
 * {@code activeIn30Days} and, where that is not 0, {@code stickiness} (DAU/MAU, 6 decimals).
 */
@Singleton
class StickinessFigure implements StandardFigure {
    private static final int DAYS_BEFORE = 29;

    @Override
    public String metric() {
        return "stickiness";
    }

    @Override
    public List<Period> periods() {
        return List.of(Period.DAY);
    }

    @Override
    public int reach(Period period) {
        return DAYS_BEFORE;
    }

    @Override
    public List<WindowFigure> figures(Activity activity, Selection selection, Period period, DaySpan span) {
        return activity.dailyStickiness(selection, span).stream()
                .map(each -> {
                    Map<String, BigDecimal> values = new HashMap<>();
                    values.put("dailyActive", BigDecimal.valueOf(each.dailyActive()));
                    values.put("activeIn30Days", BigDecimal.valueOf(each.activeIn30Days()));
                    if (each.stickiness() != null) {
                        values.put("stickiness", each.stickiness());
                    }
                    DaySpan day = new DaySpan(each.day(), each.day());
                    return new WindowFigure(new Window(each.day().toString(), day), values);
                })
                .toList();
    }
}

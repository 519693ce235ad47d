package dev.hearth.analytics.cohort;

import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.activity.Selection;
import dev.hearth.analytics.metric.StandardFigure;
import dev.hearth.analytics.metric.WindowFigure;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Lifecycle on hearth.metric, by week and month, under the names that it has over HTTP. An act changes every later
 * window too: who acted once is known ever after.
 */
@Singleton
public final class StandardLifecycle implements StandardFigure {
    @Override
    public String metric() {
        return "lifecycle";
    }

    @Override
    public List<Period> periods() {
        return List.of(Period.ISO_WEEK, Period.MONTH);
    }

    @Override
    public int reach(Period period) {
        return Integer.MAX_VALUE;
    }

    @Override
    public List<WindowFigure> figures(Activity activity, Selection selection, Period period, DaySpan span) {
        return Lifecycle.figures(activity, selection, period, span).stream()
                .map(each -> new WindowFigure(
                        each.window(),
                        Map.of(
                                "active", count(each, LifecycleState.ACTIVE),
                                "newMembers", count(each, LifecycleState.NEW),
                                "returning", count(each, LifecycleState.RETURNING),
                                "resurrected", count(each, LifecycleState.RESURRECTED),
                                "newlyDormant", count(each, LifecycleState.NEWLY_DORMANT),
                                "dormantTotal", count(each, LifecycleState.DORMANT),
                                "knownTotal", count(each, LifecycleState.KNOWN))))
                .toList();
    }

    private static BigDecimal count(LifecycleFigure figure, LifecycleState state) {
        return BigDecimal.valueOf(figure.of(state));
    }
}

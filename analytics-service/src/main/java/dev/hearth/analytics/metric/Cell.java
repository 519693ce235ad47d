package dev.hearth.analytics.metric;

import dev.hearth.analytics.activity.Period;
import dev.hearth.contract.metric.MetricState;
import java.time.Instant;

/**
 * A figure where it stands.
 *
 * @param part of which community or group
 * @param metric what is measured
 * @param period how long its window is
 * @param figure the window and what was measured in it
 */
record Cell(Touched.Part part, String metric, Period period, WindowFigure figure) {
    /** The record's key on hearth.metric. No id has a star or a slash. */
    String key() {
        return String.join(
                "/",
                part.community(),
                metric,
                part.group() == null ? "*" : part.group(),
                period.name(),
                figure.window().name());
    }

    MetricState state(long version, Instant asOf) {
        return new MetricState(
                metric,
                part.group(),
                period.name(),
                figure.window().name(),
                figure.window().days().first(),
                figure.window().days().last(),
                figure.values(),
                version,
                asOf);
    }
}

package dev.hearth.contract.metric;

import dev.hearth.contract.Contract;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A standard figure of a community or a group in one window, as far as it is known. Compacted; key
 * {@code community/metric/group/period/window}, with {@code *} in the place of the group for the whole community.
 *
 * @param metric what is measured: {@code active-members}
 * @param group the group it is of; absent for the whole community
 * @param period how long the window is: {@code DAY}, {@code ISO_WEEK} or {@code MONTH}
 * @param window the window's name: {@code 2026-03-14}, {@code 2026-W11} or {@code 2026-03}
 * @param from the window's first local day
 * @param to the window's last local day, included
 * @param values the figure's values by name; a metric may get more names
 * @param version grows with what is known: how many records of the topics had been applied
 * @param asOf when the figure was computed
 */
@Contract(type = "dev.hearth.metric.metric-state.v1", topic = "hearth.metric")
public record MetricState(
        String metric,
        @Nullable String group,
        String period,
        String window,
        LocalDate from,
        LocalDate to,
        Map<String, BigDecimal> values,
        long version,
        Instant asOf) {
    public MetricState {
        values = Map.copyOf(values);
    }
}

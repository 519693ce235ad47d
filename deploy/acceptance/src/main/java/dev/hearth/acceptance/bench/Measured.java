package dev.hearth.acceptance.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that was measured in several turns.
 *
 * @param figure which figure of the quality plan it belongs to
 * @param what was measured
 * @param unit of the values
 * @param turns the values, in the order of the turns
 * @param goal what the plan asks for; null for what is told beside it, as baselines
 */
record Measured(
        String figure,
        String what,
        String unit,
        List<Double> turns,
        @Nullable Goal goal) {
    Measured {
        turns = List.copyOf(turns);
    }

    @JsonProperty
    Statistic statistic() {
        return Statistic.of(turns);
    }

    String row() {
        Statistic statistic = statistic();
        String format = statistic.median() >= 1_000 ? "%,.0f" : statistic.median() >= 10 ? "%.1f" : "%.2f";
        return String.format(
                Locale.ROOT,
                "%-3s %-58s %30s %-10s %s%n",
                figure,
                what,
                Ratio.text(format, statistic),
                unit,
                goal == null ? "" : goal.text(statistic.median()));
    }
}

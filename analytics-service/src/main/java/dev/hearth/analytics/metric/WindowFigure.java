package dev.hearth.analytics.metric;

import dev.hearth.analytics.activity.Hashes;
import dev.hearth.analytics.activity.Window;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A figure in one window.
 *
 * @param window which days
 * @param values by name, in camel case
 */
public record WindowFigure(Window window, Map<String, BigDecimal> values) {
    public WindowFigure {
        values = Map.copyOf(values);
    }

    /** Whether there is nothing to tell where nothing was told before. */
    boolean isZero() {
        return values.values().stream().allMatch(value -> value.signum() == 0);
    }

    /** The same for the same values, whatever their scale. */
    static long hash(Map<String, BigDecimal> values) {
        return Hashes.of(new TreeMap<>(values)
                .entrySet().stream()
                        .map(each -> each.getKey() + "="
                                + each.getValue().stripTrailingZeros().toPlainString())
                        .collect(Collectors.joining(",")));
    }
}

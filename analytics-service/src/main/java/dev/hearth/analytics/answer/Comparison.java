package dev.hearth.analytics.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.figure.BaselineView;
import dev.hearth.analytics.figure.ChangeView;
import dev.hearth.analytics.figure.FiguresView;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What became of each number of a figure. */
@ApplicationScoped
class Comparison {
    private static final int DECIMALS = 6;

    private final ObjectMapper json;

    Comparison(ObjectMapper json) {
        this.json = json;
    }

    /** The view beside {@code baseline}, which is the same figure over {@code days}. */
    <T> FiguresView<T> of(FiguresView<T> view, FiguresView<?> baseline, DaySpan days) {
        @SuppressWarnings("unchecked") // the same operation answered it
        List<T> items = (List<T>) baseline.items();
        List<List<ChangeView>> changes = IntStream.range(
                        0, Math.min(view.items().size(), items.size()))
                .mapToObj(i -> changes(
                        numbers(json.valueToTree(view.items().get(i))), numbers(json.valueToTree(items.get(i)))))
                .toList();
        return view.with(new BaselineView<>(days.first(), days.last(), items, changes));
    }

    private static List<ChangeView> changes(Map<String, BigDecimal> now, Map<String, BigDecimal> before) {
        List<ChangeView> changes = new ArrayList<>();
        now.forEach((field, value) -> {
            BigDecimal baseline = before.get(field);
            if (baseline != null) {
                changes.add(new ChangeView(field, value, baseline, value.subtract(baseline), ratio(value, baseline)));
            }
        });
        return changes;
    }

    private static @Nullable BigDecimal ratio(BigDecimal value, BigDecimal baseline) {
        return baseline.signum() == 0 ? null : value.divide(baseline, DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static Map<String, BigDecimal> numbers(JsonNode item) {
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        add(numbers, "", item);
        return numbers;
    }

    private static void add(Map<String, BigDecimal> numbers, String name, JsonNode value) {
        if (value.isObject()) {
            value.properties()
                    .forEach(field -> add(
                            numbers, name.isEmpty() ? field.getKey() : name + "." + field.getKey(), field.getValue()));
        } else if (value.isNumber()) {
            numbers.put(name, value.decimalValue());
        }
    }
}

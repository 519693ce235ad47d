package dev.hearth.analytics.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An item as cells of CSV by column, each as RFC 4180 wants it. */
final class Cells {
    /** A text that begins so is taken for a formula by spreadsheets. */
    private static final String FORMULAS = "=+-@\t\r";

    private Cells() {}

    static Map<String, String> of(JsonNode item) {
        Map<String, String> cells = new LinkedHashMap<>();
        add(cells, item.isObject() ? "" : "value", item);
        return cells;
    }

    /** A cell of a text; an apostrophe before it keeps it from being a formula. */
    static String text(String text) {
        boolean formula = !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0;
        return quoted(formula ? "'" + text : text);
    }

    private static void add(Map<String, String> cells, String name, JsonNode value) {
        if (value.isObject()) {
            value.properties()
                    .forEach(field -> add(
                            cells, name.isEmpty() ? field.getKey() : name + "." + field.getKey(), field.getValue()));
        } else {
            cells.put(name, value.isArray() ? text(joined(value)) : cell(value));
        }
    }

    private static String cell(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        return value.isTextual() ? text(value.textValue()) : quoted(value.asText());
    }

    private static String joined(JsonNode values) {
        List<String> each = new ArrayList<>();
        values.forEach(value -> each.add(value.isValueNode() ? value.asText() : value.toString()));
        return String.join(" ", each);
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}

package dev.hearth.platform.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The examples of parameters and media types, by their names in the document; one without a name is called
 * {@code example}.
 */
record Examples(ApiDocument document) {
    static final String UNNAMED = "example";

    Map<String, JsonNode> values(JsonNode parameterOrMediaType) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        parameterOrMediaType
                .path("examples")
                .properties()
                .forEach(named -> values.put(
                        named.getKey(), document.resolved(named.getValue()).path("value")));
        if (values.isEmpty()) {
            addFirst(
                    values,
                    parameterOrMediaType.path("example"),
                    document.resolved(parameterOrMediaType.path("schema")));
        }
        return values;
    }

    /** The value that goes with the body example {@code name}: the parameter's example of that name, else its first. */
    JsonNode value(JsonNode parameter, String name) {
        Map<String, JsonNode> values = values(parameter);
        return values.containsKey(name)
                ? values.get(name)
                : values.values().iterator().next();
    }

    private static void addFirst(Map<String, JsonNode> values, JsonNode example, JsonNode schema) {
        for (JsonNode candidate : new JsonNode[] {
            example,
            schema.path("examples").path(0),
            schema.path("example"),
            schema.path("default"),
            schema.path("enum").path(0)
        }) {
            if (!candidate.isMissingNode()) {
                values.put(UNNAMED, candidate);
                return;
            }
        }
    }
}

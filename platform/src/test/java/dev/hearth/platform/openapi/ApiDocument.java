package dev.hearth.platform.openapi;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An OpenAPI 3.1 document.
 *
 * @param root the whole document
 */
record ApiDocument(JsonNode root) {
    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([^}]+)}");

    List<ApiOperation> operations() {
        List<ApiOperation> operations = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> ApiOperation.Methods.ORDER.forEach(method -> {
                    JsonNode definition = path.getValue().path(method);
                    if (!definition.isMissingNode()) {
                        operations.add(new ApiOperation(
                                path.getKey(), method, definition, parameters(path.getValue(), definition)));
                    }
                }));
        return operations.stream().sorted(ApiOperation.IN_ORDER_OF_EXECUTION).toList();
    }

    /** What {@code node} refers to, or itself. */
    JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.startsWith("#") ? resolved(root.at(JsonPointer.compile(reference.substring(1)))) : node;
    }

    /** What the document leaves unsaid, as one sentence each. */
    List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (ApiOperation operation : operations()) {
            JsonNode definition = operation.definition();
            if (definition.path("summary").asText("").isBlank()) {
                gaps.add(operation + " has no summary");
            }
            if (!ids.add(definition.path("operationId").asText(""))) {
                gaps.add(operation + " has no operationId of its own");
            }
            if (!hasScope(definition)) {
                gaps.add(operation + " does not say which scope it needs");
            }
            gaps.addAll(gapsOfResponses(operation));
            gaps.addAll(gapsOfInput(operation));
        }
        return gaps;
    }

    private List<JsonNode> parameters(JsonNode path, JsonNode operation) {
        List<JsonNode> parameters = new ArrayList<>();
        path.path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
        operation.path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
        return parameters;
    }

    private static boolean hasScope(JsonNode definition) {
        for (JsonNode requirement : definition.path("security")) {
            for (JsonNode scopes : requirement) {
                if (!scopes.isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<String> gapsOfResponses(ApiOperation operation) {
        List<String> gaps = new ArrayList<>();
        JsonNode responses = operation.definition().path("responses");
        responses.properties().forEach(response -> {
            if (resolved(response.getValue()).path("description").asText("").isBlank()) {
                gaps.add(operation + " does not describe its answer " + response.getKey());
            }
        });
        for (String refusal : List.of("400", "401", "403")) {
            JsonNode content = resolved(responses.path(refusal)).path("content");
            if (content.path("application/problem+json").path("schema").isMissingNode()) {
                gaps.add(operation + " does not describe its problem " + refusal);
            }
        }
        if (responses.properties().stream()
                .noneMatch(response -> response.getKey().startsWith("2"))) {
            gaps.add(operation + " has no success");
        }
        return gaps;
    }

    /** What is missing to call {@code operation} at all. */
    List<String> gapsOfInput(ApiOperation operation) {
        List<String> gaps = new ArrayList<>();
        Matcher names = PATH_PARAMETER.matcher(operation.path());
        while (names.find()) {
            String name = names.group(1);
            if (operation.parameter("path", name).isEmpty()) {
                gaps.add(operation + " does not describe {" + name + "}");
            }
        }
        for (JsonNode parameter : operation.parameters()) {
            if (parameter.path("required").asBoolean()
                    && new Examples(this).values(parameter).isEmpty()) {
                gaps.add(operation + " has no example of "
                        + parameter.path("name").asText());
            }
        }
        resolved(operation.definition().path("requestBody"))
                .path("content")
                .properties()
                .forEach(type -> {
                    if (new Examples(this).values(type.getValue()).isEmpty()) {
                        gaps.add(operation + " has no example of its body as " + type.getKey());
                    }
                });
        return gaps;
    }
}

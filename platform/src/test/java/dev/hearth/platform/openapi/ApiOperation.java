package dev.hearth.platform.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One operation of an OpenAPI document.
 *
 * @param path with its parameters in braces
 * @param method in lower case, as the document has it
 * @param definition the operation object
 * @param parameters those of the path and of the operation, references resolved
 */
record ApiOperation(String path, String method, JsonNode definition, List<JsonNode> parameters) {
    /** What is made is made first, containers before what is in them; what is taken away is taken away last. */
    static final Comparator<ApiOperation> IN_ORDER_OF_EXECUTION = Comparator.comparingInt(
                    (ApiOperation operation) -> Methods.ORDER.indexOf(operation.method))
            .thenComparingInt(ApiOperation::depth)
            .thenComparing(ApiOperation::path);

    ApiOperation {
        parameters = List.copyOf(parameters);
    }

    private int depth() {
        return path.split("/", -1).length;
    }

    Optional<JsonNode> parameter(String in, String name) {
        return parameters.stream()
                .filter(parameter -> parameter.path("in").asText().equals(in)
                        && parameter.path("name").asText().equalsIgnoreCase(name))
                .findFirst();
    }

    JsonNode response(int status) {
        JsonNode responses = definition.path("responses");
        JsonNode exact = responses.path(Integer.toString(status));
        return exact.isMissingNode() ? responses.path("default") : exact;
    }

    @Override
    public String toString() {
        return method.toUpperCase(Locale.ROOT) + " " + path;
    }

    /** The methods that are executed, in their order. */
    static final class Methods {
        static final List<String> ORDER = List.of("put", "post", "get", "patch", "delete");

        private Methods() {}
    }
}

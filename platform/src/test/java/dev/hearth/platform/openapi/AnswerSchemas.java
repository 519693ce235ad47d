package dev.hearth.platform.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks answers against the schemas of a document, more strictly than JSON Schema does: a property that the schema
 * does not name is a fault, unless the schema says what others it has.
 */
final class AnswerSchemas {
    private static final Set<String> COMPOSITIONS = Set.of("allOf", "anyOf", "oneOf");

    private final JsonNode components;
    private final Set<String> composed = new HashSet<>();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    AnswerSchemas(ApiDocument document) {
        collectComposed(document.root(), false);
        components = document.root().path("components").deepCopy();
        close(components, "#/components");
    }

    /** What is wrong with {@code answer}; nothing if it is as {@code schema} says. */
    List<String> faults(JsonNode schema, JsonNode answer) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        JsonNode strict = schema.deepCopy();
        close(strict, "");
        whole.putArray("allOf").add(strict);
        whole.set("components", components);
        Schema compiled = registry.getSchema(whole);
        return compiled.validate(answer).stream().map(Error::toString).toList();
    }

    private void collectComposed(JsonNode node, boolean inComposition) {
        if (inComposition && node.has("$ref")) {
            composed.add(node.path("$ref").asText());
        }
        node.properties().forEach(member -> collectComposed(member.getValue(), COMPOSITIONS.contains(member.getKey())));
        if (node instanceof ArrayNode array) {
            array.forEach(item -> collectComposed(item, inComposition));
        }
    }

    private void close(JsonNode node, String pointer) {
        if (node instanceof ObjectNode object) {
            boolean open = object.has("additionalProperties")
                    || COMPOSITIONS.stream().anyMatch(object::has)
                    || composed.contains(pointer);
            if (object.path("properties").isObject() && !open) {
                object.put("additionalProperties", false);
            }
            object.properties().forEach(member -> {
                if (!COMPOSITIONS.contains(member.getKey())) {
                    close(member.getValue(), pointer + "/" + member.getKey());
                }
            });
        }
    }
}

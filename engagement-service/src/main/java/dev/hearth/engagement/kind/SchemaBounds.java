package dev.hearth.engagement.kind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hearth.platform.problem.FieldError;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds a community's schema to what can be applied to every event in bounded time. References lead to the schema's own
 * definitions and never in a circle, and the schema with all references written out has a bounded size: a few lines of
 * definitions that each refer twice to the next would otherwise be evaluated a billion times.
 */
final class SchemaBounds {
    static final int MAX_CHARACTERS = 16 * 1024;
    static final int MAX_NODES = 2_000;
    static final int MAX_DEPTH = 32;
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final Set<String> REFUSED = Set.of(
            "$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "$recursiveRef", "$recursiveAnchor", "$vocabulary");

    private final JsonNode schema;
    private final IdentityHashMap<JsonNode, Integer> sizes = new IdentityHashMap<>();
    private final IdentityHashMap<JsonNode, Boolean> underWay = new IdentityHashMap<>();

    private SchemaBounds(JsonNode schema) {
        this.schema = schema;
    }

    /** The first fault, or null. Pointers begin at the schema's root. */
    static @Nullable FieldError fault(JsonNode schema) {
        try {
            new SchemaBounds(schema).check();
            return null;
        } catch (OutOfBoundsException e) {
            return e.fault;
        }
    }

    private void check() throws OutOfBoundsException {
        if (!schema.isObject()) {
            throw new OutOfBoundsException("", "must be a JSON object");
        }
        if (schema.toString().length() > MAX_CHARACTERS) {
            throw new OutOfBoundsException("", "is longer than " + MAX_CHARACTERS + " characters");
        }
        JsonNode dialect = schema.get("$schema");
        if (dialect != null && !DIALECT.equals(dialect.asText())) {
            throw new OutOfBoundsException("/$schema", "must be " + DIALECT + ", or absent");
        }
        var _ = size(schema, "", 0); // the walk itself refuses what is out of bounds
    }

    /** How many nodes {@code node} has with references written out. */
    private int size(JsonNode node, String pointer, int depth) throws OutOfBoundsException {
        if (depth > MAX_DEPTH) {
            throw new OutOfBoundsException(pointer, "is nested deeper than " + MAX_DEPTH + " levels");
        }
        Integer known = sizes.get(node);
        if (known != null) {
            return known;
        }
        if (underWay.put(node, true) != null) {
            throw new OutOfBoundsException(pointer, "refers to itself, in a circle; write the levels out");
        }
        int size = add(1, sizeOfParts(node, pointer, depth), pointer);
        underWay.remove(node);
        sizes.put(node, size);
        return size;
    }

    private int sizeOfParts(JsonNode node, String pointer, int depth) throws OutOfBoundsException {
        int size = 0;
        for (Map.Entry<String, JsonNode> part : node.properties()) {
            String name = part.getKey();
            String at = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            if (part.getValue().isTextual() && REFUSED.contains(name)) {
                throw new OutOfBoundsException(at, "is not supported; use $defs and $ref within the schema");
            }
            if (part.getValue().isTextual() && name.equals("$ref")) {
                size = add(size, size(target(part.getValue().asText(), at), at, depth + 1), at);
            } else {
                size = add(size, size(part.getValue(), at, depth + 1), at);
            }
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                size = add(size, size(node.get(i), pointer + "/" + i, depth + 1), pointer);
            }
        }
        return size;
    }

    private JsonNode target(String reference, String pointer) throws OutOfBoundsException {
        if (!reference.startsWith("#/") || reference.indexOf('%') >= 0) {
            throw new OutOfBoundsException(pointer, "must lead to a part of this schema, such as #/$defs/amount");
        }
        JsonNode target = schema.at(reference.substring(1));
        if (target.isMissingNode()) {
            throw new OutOfBoundsException(pointer, "leads to nothing in this schema");
        }
        return target;
    }

    private static int add(int size, int more, String pointer) throws OutOfBoundsException {
        if (size + more > MAX_NODES) {
            throw new OutOfBoundsException(
                    pointer, "makes the schema larger than " + MAX_NODES + " nodes with its references written out");
        }
        return size + more;
    }

    private static final class OutOfBoundsException extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient FieldError fault;

        OutOfBoundsException(String pointer, String detail) {
            super(detail, null, false, false);
            fault = new FieldError(pointer, detail);
        }
    }
}

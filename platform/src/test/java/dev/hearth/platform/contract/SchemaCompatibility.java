package dev.hearth.platform.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Whether a schema may replace another of the same event type. Facts are kept for ever and readers are updated later
 * than writers, so it must hold both ways: a reader of the old schema can read new events, a reader of the new one old
 * events. So only an optional property may be added. Everything else is a new type, {@code .v2}.
 */
final class SchemaCompatibility {
    /** What explains without deciding what is valid, and what is compared apart. */
    private static final Set<String> NOT_COMPARED = Set.of(
            "$schema",
            "$id",
            "$defs",
            "$ref",
            "title",
            "description",
            "examples",
            "$comment",
            "deprecated",
            "properties",
            "required",
            "items",
            "additionalProperties",
            "enum");

    private final JsonNode before;
    private final JsonNode after;
    private final List<String> breaks = new ArrayList<>();

    private SchemaCompatibility(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    /** What breaks a reader, as one sentence each; nothing if {@code after} may replace {@code before}. */
    static List<String> breaks(JsonNode before, JsonNode after) {
        SchemaCompatibility comparison = new SchemaCompatibility(before, after);
        if (!before.path("$id").equals(after.path("$id"))) {
            comparison.breaks.add("$id changed from " + before.path("$id") + " to " + after.path("$id"));
        }
        comparison.compare("", before, after, 0);
        return comparison.breaks;
    }

    private void compare(String at, JsonNode oldNode, JsonNode newNode, int depth) {
        if (depth > 16) {
            return; // a record that holds itself: all its properties have been compared by now
        }
        JsonNode old = resolved(before, oldNode);
        JsonNode now = resolved(after, newNode);
        Set<String> keywords = new TreeSet<>();
        old.fieldNames().forEachRemaining(keywords::add);
        now.fieldNames().forEachRemaining(keywords::add);
        keywords.removeAll(NOT_COMPARED);
        for (String keyword : keywords) {
            if (!old.path(keyword).equals(now.path(keyword))) {
                breaks.add(at + ": " + keyword + " changed from " + old.path(keyword) + " to " + now.path(keyword));
            }
        }
        compareEnum(at, old.path("enum"), now.path("enum"));
        compareProperties(at, old, now, depth);
        compareParts(at + "/*", old.path("items"), now.path("items"), depth);
        compareParts(at + "/*", old.path("additionalProperties"), now.path("additionalProperties"), depth);
    }

    private void compareEnum(String at, JsonNode old, JsonNode now) {
        Set<String> removed = texts(old);
        removed.removeAll(texts(now));
        Set<String> added = texts(now);
        added.removeAll(texts(old));
        if (now.isMissingNode() && !old.isMissingNode()) {
            breaks.add(at + ": the closed list of values was given up, readers may meet any");
        } else if (old.isMissingNode() && !now.isMissingNode()) {
            breaks.add(at + ": old events may have other values than " + added);
        } else {
            removed.forEach(value -> breaks.add(at + ": value " + value + " was removed, old events may have it"));
            added.forEach(value -> breaks.add(at + ": value " + value + " was added, readers do not know it"));
        }
    }

    private void compareProperties(String at, JsonNode old, JsonNode now, int depth) {
        Set<String> requiredBefore = texts(old.path("required"));
        Set<String> requiredNow = texts(now.path("required"));
        old.path("properties").properties().forEach(property -> {
            String name = property.getKey();
            String here = at + "/" + name;
            JsonNode successor = now.path("properties").path(name);
            if (successor.isMissingNode()) {
                breaks.add(here + " was removed");
                return;
            }
            if (requiredBefore.contains(name) && !requiredNow.contains(name)) {
                breaks.add(here + " may be absent now, readers count on it");
            } else if (!requiredBefore.contains(name) && requiredNow.contains(name)) {
                breaks.add(here + " is required now, old events may lack it");
            }
            compare(here, property.getValue(), successor, depth + 1);
        });
        requiredNow.stream()
                .filter(name -> !old.path("properties").has(name))
                .forEach(name -> breaks.add(at + "/" + name + " is new and required, old events lack it"));
    }

    private void compareParts(String at, JsonNode old, JsonNode now, int depth) {
        if (old.isObject() && now.isObject()) {
            compare(at, old, now, depth + 1);
        } else if (!old.equals(now)) {
            breaks.add(at + " changed from " + old + " to " + now);
        }
    }

    private static JsonNode resolved(JsonNode root, JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.startsWith("#") ? root.at(JsonPointer.compile(reference.substring(1))) : node;
    }

    private static Set<String> texts(JsonNode array) {
        return array instanceof MissingNode
                ? new TreeSet<>()
                : StreamSupport.stream(array.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.toCollection(TreeSet::new));
    }
}

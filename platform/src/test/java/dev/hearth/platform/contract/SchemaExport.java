package dev.hearth.platform.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hearth.platform.event.CloudEvent;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema (draft 2020-12) of a contract record, as {@code ContractJson} writes it. A component that is
 * {@code @Nullable} is optional: it is absent, never null. Properties that are not described are allowed, because
 * contracts grow; readers ignore what they do not know.
 */
final class SchemaExport {
    private final RecordDocs docs;
    private final ObjectNode definitions = JsonNodeFactory.instance.objectNode();

    private SchemaExport(RecordDocs docs) {
        this.docs = docs;
    }

    static ObjectNode of(Class<? extends Record> contract, RecordDocs docs) {
        SchemaExport export = new SchemaExport(docs);
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", CloudEvent.schemaOf(Contracts.type(contract)));
        schema.put("title", contract.getSimpleName());
        schema.setAll(export.object(contract));
        if (!export.definitions.isEmpty()) {
            schema.set("$defs", export.definitions);
        }
        return schema;
    }

    private ObjectNode object(Class<?> type) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("description", docs.of(type));
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (RecordComponent component : type.getRecordComponents()) {
            ObjectNode property = value(component.getAnnotatedType());
            property.put("description", docs.of(type, component.getName()));
            properties.set(component.getName(), property);
        }
        Stream.of(type.getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .forEach(component -> schema.withArray("required").add(component.getName()));
        return schema;
    }

    private ObjectNode value(AnnotatedType annotated) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (annotated instanceof AnnotatedParameterizedType generic) {
            return container(schema, generic);
        }
        Class<?> type = (Class<?>) annotated.getType();
        if (type == String.class) {
            return schema.put("type", "string");
        } else if (type == long.class || type == Long.class) {
            return schema.put("type", "integer").put("format", "int64");
        } else if (type == int.class || type == Integer.class) {
            return schema.put("type", "integer").put("format", "int32");
        } else if (type == boolean.class || type == Boolean.class) {
            return schema.put("type", "boolean");
        } else if (type == Instant.class) {
            return schema.put("type", "string").put("format", "date-time");
        } else if (type == LocalDate.class) {
            return schema.put("type", "string").put("format", "date");
        } else if (type == BigDecimal.class) {
            return schema.put("type", "number");
        } else if (type == Object.class) {
            return schema;
        }
        return ours(schema, type);
    }

    private ObjectNode ours(ObjectNode schema, Class<?> type) {
        if (type.isEnum()) {
            schema.put("type", "string");
            for (Object constant : type.getEnumConstants()) {
                schema.withArray("enum").add(((Enum<?>) constant).name());
            }
            return schema;
        }
        if (!type.isRecord()) {
            throw new IllegalArgumentException("contracts are not made of " + type
                    + "; use texts, numbers, booleans, Instant, LocalDate, enums, List, Set, Map or records");
        }
        String name = type.getSimpleName();
        if (!definitions.has(name)) {
            definitions.putObject(name); // first, so that a record that holds itself ends
            definitions.set(name, object(type));
        }
        return schema.put("$ref", "#/$defs/" + name);
    }

    private ObjectNode container(ObjectNode schema, AnnotatedParameterizedType generic) {
        AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
        Class<?> raw = (Class<?>) ((ParameterizedType) generic.getType()).getRawType();
        if (raw == List.class || raw == Set.class) {
            schema.put("type", "array");
            schema.set("items", value(arguments[0]));
            return raw == Set.class ? schema.put("uniqueItems", true) : schema;
        }
        if (raw == Map.class && arguments[0].getType() == String.class) {
            schema.put("type", "object");
            schema.set("additionalProperties", value(arguments[1]));
            return schema;
        }
        throw new IllegalArgumentException("contracts are not made of " + generic);
    }
}

package dev.hearth.engagement.kind;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.re2j.Pattern;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.regex.RegularExpression;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema (draft 2020-12) of a declared kind's properties, compiled once and shared by all threads. It comes
 * from a caller and is applied to every event, so it is bounded when it is saved ({@link SchemaBounds}) and its
 * patterns are RE2's, which take time in proportion to the text: a pattern such as {@code (a+)+$} would stop a server
 * that backtracks.
 */
final class PropertiesSchema {
    private static final int MAX_FAULTS = 8;
    private static final int MAX_MESSAGE = 300;
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Dialect DIALECT = Dialects.getDraft202012();
    private static final Schema META =
            SchemaRegistry.withDialect(DIALECT).getSchema(SchemaLocation.of(DIALECT.getId()));
    private static final SchemaRegistryConfig CONFIG = SchemaRegistryConfig.builder()
            .regularExpressionFactory(PropertiesSchema::linearTime)
            .build();

    private final Schema schema;

    private PropertiesSchema(Schema schema) {
        this.schema = schema;
    }

    /**
     * Compiles what a caller sends; refuses what is no schema or out of bounds, with pointers below {@code pointer}.
     */
    static PropertiesSchema declared(JsonNode json, String pointer) {
        FieldError bound = SchemaBounds.fault(json);
        if (bound != null) {
            throw refused(pointer + bound.pointer(), bound.detail());
        }
        List<Error> faults = META.validate(json);
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    KindProblem.INVALID_SCHEMA,
                    "the schema is not one of JSON Schema 2020-12",
                    faultsOf(faults, pointer));
        }
        return compile(json, pointer);
    }

    /** Compiles what was checked when it was saved. */
    static PropertiesSchema stored(String json) {
        return compile(tree(json), "");
    }

    List<FieldError> faults(byte[] properties, String pointer) {
        try {
            return faultsOf(schema.validate(MAPPER.readTree(properties)), pointer);
        } catch (IOException e) {
            throw new UncheckedIOException("properties were read before", e);
        }
    }

    static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a schema is stored only when it could be read", e);
        }
    }

    /** The members of a stored schema. */
    static Map<String, Object> members(String json) {
        return MAPPER.convertValue(tree(json), new TypeReference<>() {});
    }

    private static PropertiesSchema compile(JsonNode json, String pointer) {
        try {
            Schema schema = SchemaRegistry.withDialect(DIALECT, registry -> registry.schemaRegistryConfig(CONFIG))
                    .getSchema(json);
            schema.initializeValidators();
            return new PropertiesSchema(schema);
        } catch (RuntimeException e) { // the library has no narrower type for all that a schema can have wrong
            throw refused(pointer, "cannot be applied: " + bounded(e.getMessage()));
        }
    }

    private static RegularExpression linearTime(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return text -> pattern.matcher(text).find();
    }

    private static List<FieldError> faultsOf(List<Error> errors, String pointer) {
        return errors.stream()
                .limit(MAX_FAULTS)
                .map(error -> new FieldError(pointer + error.getInstanceLocation(), bounded(error.getMessage())))
                .toList();
    }

    private static String bounded(@Nullable String message) {
        String text = String.valueOf(message);
        return text.length() <= MAX_MESSAGE ? text : text.substring(0, MAX_MESSAGE) + "...";
    }

    private static ProblemException refused(String pointer, String detail) {
        return new ProblemException(KindProblem.INVALID_SCHEMA, new FieldError(pointer, detail));
    }
}

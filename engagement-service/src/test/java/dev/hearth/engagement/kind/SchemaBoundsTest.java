package dev.hearth.engagement.kind;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaBoundsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "[]",
                "{\"$schema\":\"http://json-schema.org/draft-07/schema#\"}",
                "{\"$ref\":\"https://example.org/schema.json\"}",
                "{\"$ref\":\"other.json\"}",
                "{\"$ref\":\"#\"}",
                "{\"$ref\":\"#/$defs/none\"}",
                "{\"$defs\":{\"a\":{\"$ref\":\"#/$defs/a\"}}}",
                "{\"$defs\":{\"a\":{\"properties\":{\"b\":{\"$ref\":\"#/$defs/a\"}}}}}",
                "{\"$id\":\"https://example.org/mine\"}",
                "{\"$dynamicRef\":\"#x\"}",
                "{\"type\":\"objekt\"}",
                "{\"properties\":[]}",
                "{\"minLength\":-1}",
                "{\"required\":\"a\"}",
                "{\"properties\":{\"a\":{\"pattern\":\"(\"}}}",
                "{\"properties\":{\"a\":{\"pattern\":\"(?=a)\"}}}",
                "{\"properties\":{\"a\":{\"pattern\":\"(a)\\\\1\"}}}"
            })
    void refusesWhatCannotBeApplied(String schema) {
        assertThatThrownBy(() -> PropertiesSchema.declared(PropertiesSchema.tree(schema), "/schema"))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.type()).isEqualTo(KindProblem.INVALID_SCHEMA);
                    assertThat(refused.problem().errors())
                            .allSatisfy(error -> assertThat(error.pointer()).startsWith("/schema"));
                });
    }

    @Test
    void refusesDefinitionsThatMultiply() {
        String definitions = IntStream.range(0, 6)
                .mapToObj(i -> "\"d" + i + "\":{\"allOf\":["
                        + String.join(",", Collections.nCopies(8, "{\"$ref\":\"#/$defs/d" + (i + 1) + "\"}")) + "]}")
                .collect(Collectors.joining(","));
        String schema = "{\"$defs\":{" + definitions + ",\"d6\":{\"type\":\"object\"}},\"$ref\":\"#/$defs/d0\"}";
        assertThatThrownBy(() -> PropertiesSchema.declared(PropertiesSchema.tree(schema), "/schema"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("references written out");
    }

    @Test
    void refusesSchemasThatAreTooLongOrTooDeep() {
        String text = "{\"description\":\"" + "x".repeat(SchemaBounds.MAX_CHARACTERS) + "\"}";
        assertThat(SchemaBounds.fault(PropertiesSchema.tree(text))).isNotNull();
        String deep = "{\"not\":".repeat(40) + "{}" + "}".repeat(40);
        assertThat(SchemaBounds.fault(PropertiesSchema.tree(deep))).isNotNull();
    }

    @Test
    void tellsEachPropertyAtFault() {
        PropertiesSchema schema = PropertiesSchema.declared(PropertiesSchema.tree("""
                        {"type":"object","required":["title"],"additionalProperties":false,
                         "$defs":{"minutes":{"type":"integer","minimum":1}},
                         "properties":{"title":{"type":"string","pattern":"^[A-Z]"},
                                       "minutes":{"$ref":"#/$defs/minutes"},"steps":{"type":"array","items":{"type":"string"}}}}"""), "/schema");
        assertThat(faults(schema, "{\"title\":\"Soup\",\"minutes\":20}")).isEmpty();
        assertThat(faults(schema, "{}")).hasSize(1);
        assertThat(faults(schema, "{\"title\":\"soup\",\"minutes\":0,\"steps\":[\"a\",7],\"x\":1}"))
                .extracting(FieldError::pointer)
                .contains("/events/3/properties/title", "/events/3/properties/minutes", "/events/3/properties/steps/1");
    }

    @Test
    void aPatternNeverBacktracks() {
        PropertiesSchema schema = PropertiesSchema.declared(
                PropertiesSchema.tree("{\"properties\":{\"a\":{\"pattern\":\"^(a+)+$\"}}}"), "/schema");
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(faults(schema, "{\"a\":\"" + "a".repeat(4_000) + "!\"}")).hasSize(1);
        });
    }

    private static List<FieldError> faults(PropertiesSchema schema, String properties) {
        return schema.faults(properties.getBytes(UTF_8), "/events/3/properties");
    }
}

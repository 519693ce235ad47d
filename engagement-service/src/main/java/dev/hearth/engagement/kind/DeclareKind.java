package dev.hearth.engagement.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hearth.platform.problem.Check;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a community says of a kind.
 *
 * @param description what a member did, for people
 * @param schema JSON Schema 2020-12 of the events' properties; {@code {}}, the default, allows all
 */
@Schema(name = "DeclareKind", examples = """
                {"description": "Shared a recipe",
                 "schema": {"type": "object", "required": ["title"],
                            "properties": {"title": {"type": "string", "maxLength": 200},
                                           "minutes": {"type": "integer", "minimum": 1}}}}""")
record DeclareKind(
        @Schema(description = "what a member did, for people; 1 to 500 characters", required = true)
        String description,

        @Schema(
                type = SchemaType.OBJECT,
                implementation = Object.class,
                description =
                        "JSON Schema 2020-12 of the events' properties, at most 16,384 characters; $ref only within it,"
                                + " not in a circle; patterns as in RE2. The default allows all properties.")
        JsonNode schema) {
    DeclareKind(@Nullable String description, @Nullable JsonNode schema) {
        this.description = Check.text("/description", description, 500);
        this.schema = schema == null || schema.isNull() ? JsonNodeFactory.instance.objectNode() : schema;
        var _ = PropertiesSchema.declared(this.schema, "/schema");
    }
}

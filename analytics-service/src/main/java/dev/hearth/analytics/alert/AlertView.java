package dev.hearth.analytics.alert;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that was told on hearth.signal. */
@Schema(name = "Alert")
record AlertView(
        @Schema(required = true, description = "the event's id: told again, it is the same alert")
        String id,

        @Schema(required = true, description = "what was told", examples = "signal.group-cold")
        String kind,

        @Schema(required = true, description = "the time it is of")
        Instant at,

        @Schema(
                required = true,
                type = SchemaType.OBJECT,
                description = "what exactly: the payload of the event, as the contract of its kind says",
                examples = "{\"groupId\": \"runners\", \"acts\": 0, \"expected\": 12.0}")
        JsonNode detail) {
    static AlertView of(Alert alert) {
        return new AlertView(alert.id(), alert.kind(), alert.at(), alert.detail());
    }
}

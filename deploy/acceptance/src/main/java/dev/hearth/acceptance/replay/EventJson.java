package dev.hearth.acceptance.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;

/** A row as the ingest reads it. */
final class EventJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EventJson() {}

    static byte[] of(Row row) {
        ObjectNode event = JSON.createObjectNode()
                .put("id", row.id())
                .put("kind", Kinds.named(row.kind()))
                .put("memberId", row.member())
                .put("occurredAt", row.at().toString());
        if (row.group() != null) {
            event.put("groupId", row.group());
        }
        String target = row.target() == null ? row.object() : row.target();
        if (target != null) {
            event.put("target", target);
        }
        if (row.target() != null && row.object() != null) {
            event.putObject("properties").put("object", row.object());
        }
        if (row.value() != null) {
            event.put("value", row.value());
        }
        return bytes(event);
    }

    private static byte[] bytes(ObjectNode event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

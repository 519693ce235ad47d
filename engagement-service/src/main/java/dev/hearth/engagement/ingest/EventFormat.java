package dev.hearth.engagement.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Locale;

/** How an event is written in a request: which field says what. */
enum EventFormat {
    /** Hearth's own fields, in the array {@code events} of the body. */
    EVENTS("id", "kind", "memberId", "occurredAt", "/events/"),
    /** The same fields, an object a line. */
    LINES("id", "kind", "memberId", "occurredAt", "/"),
    /**
     * CloudEvents 1.0 in a JSON array: {@code type} is the kind, {@code subject} the member, {@code time} when it
     * happened; the rest is in {@code data}. {@code source} must be there, as the specification has it, but does not
     * tell events apart: the id alone does, in the whole community. Extension attributes are ignored.
     */
    CLOUD_EVENTS("id", "type", "subject", "time", "/");

    private final String id;
    private final String kind;
    private final String memberId;
    private final String occurredAt;
    private final String prefix;

    EventFormat(String id, String kind, String memberId, String occurredAt, String prefix) {
        this.id = id;
        this.kind = kind;
        this.memberId = memberId;
        this.occurredAt = occurredAt;
        this.prefix = prefix;
    }

    String id() {
        return id;
    }

    String kind() {
        return kind;
    }

    String memberId() {
        return memberId;
    }

    String occurredAt() {
        return occurredAt;
    }

    /** The JSON Pointer of an event; of a line its number from 0. */
    String pointer(int index) {
        return prefix + index;
    }

    String propertiesPointer(int index) {
        return pointer(index)
                + switch (this) {
                    case EVENTS, LINES -> "/properties";
                    case CLOUD_EVENTS -> "/data/properties";
                };
    }

    /** Reads the object at which {@code parser} stands, up to its end. */
    void read(JsonParser parser, EventDraft draft) throws IOException {
        switch (this) {
            case EVENTS, LINES -> readOwn(parser, draft);
            case CLOUD_EVENTS -> readCloudEvent(parser, draft);
        }
    }

    private static void readOwn(JsonParser parser, EventDraft draft) throws IOException {
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            parser.nextToken();
            switch (field) {
                case "id" -> draft.id(field, parser);
                case "kind" -> draft.kind(field, parser);
                case "memberId" -> draft.memberId(field, parser);
                case "occurredAt" -> draft.occurredAt(field, parser);
                case "groupId" -> draft.groupId(field, parser);
                case "target" -> draft.target(field, parser);
                case "value" -> draft.value(field, parser);
                case "properties" -> draft.properties(field, parser);
                default -> draft.unknown(Text.step(field), parser);
            }
        }
    }

    private static void readCloudEvent(JsonParser parser, EventDraft draft) throws IOException {
        boolean versioned = false;
        boolean sourced = false;
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            parser.nextToken();
            switch (field) {
                case "specversion" -> versioned = isVersion(field, parser, draft);
                case "source" -> sourced = isSource(field, parser, draft);
                case "id" -> draft.id(field, parser);
                case "type" -> draft.kind(field, parser);
                case "subject" -> draft.memberId(field, parser);
                case "time" -> draft.occurredAt(field, parser);
                case "datacontenttype" -> checkContentType(field, parser, draft);
                case "data" -> readData(parser, draft);
                case "data_base64" -> {
                    draft.fault(field, "is not read here; send data as a JSON object");
                    parser.skipChildren();
                }
                default -> parser.skipChildren();
            }
        }
        if (!versioned) {
            draft.fault("specversion", "must be \"1.0\"");
        }
        if (!sourced) {
            draft.fault("source", "must say where the event comes from");
        }
    }

    private static boolean isVersion(String field, JsonParser parser, EventDraft draft) throws IOException {
        return "1.0".equals(draft.text(field, parser));
    }

    private static boolean isSource(String field, JsonParser parser, EventDraft draft) throws IOException {
        String source = draft.text(field, parser);
        return source != null && !source.isBlank();
    }

    private static void checkContentType(String field, JsonParser parser, EventDraft draft) throws IOException {
        String type = draft.text(field, parser);
        if (type == null) {
            return;
        }
        String media = type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        if (!media.equals("application/json") && !media.endsWith("+json")) {
            draft.fault(field, "must be application/json, or absent");
        }
    }

    private static void readData(JsonParser parser, EventDraft draft) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            if (parser.currentToken() != JsonToken.VALUE_NULL) {
                draft.fault("data", "must be a JSON object");
                parser.skipChildren();
            }
            return;
        }
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            parser.nextToken();
            switch (field) {
                case "groupId" -> draft.groupId("data/groupId", parser);
                case "target" -> draft.target("data/target", parser);
                case "value" -> draft.value("data/value", parser);
                case "properties" -> draft.properties("data/properties", parser);
                default -> draft.unknown("data/" + Text.step(field), parser);
            }
        }
    }
}

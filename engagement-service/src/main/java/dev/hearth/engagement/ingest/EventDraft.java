package dev.hearth.engagement.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.time.Identifier;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one event while they are read. Every fault is kept with its pointer and reading goes on, so that the
 * sender learns all of them at once and the neighbours are read as well. One draft serves all events of a request.
 */
final class EventDraft {
    static final int MAX_TARGET = 256;
    private static final int MAX_FAULTS = 8;

    private final EventFormat format;
    private final Instant latest;
    private final PropertiesReader propertiesReader = new PropertiesReader();
    private final List<FieldError> faults = new ArrayList<>();

    private int index;
    private @Nullable String id;
    private @Nullable String kind;
    private @Nullable String memberId;
    private @Nullable Instant occurredAt;
    private @Nullable String groupId;
    private @Nullable String target;
    private @Nullable Long value;
    private ReportedEvent.@Nullable Properties properties;

    /** @param latest the last moment at which an event may have happened */
    EventDraft(EventFormat format, Instant latest) {
        this.format = format;
        this.latest = latest;
    }

    void begin(int eventIndex) {
        index = eventIndex;
        id = null;
        kind = null;
        memberId = null;
        occurredAt = null;
        groupId = null;
        target = null;
        value = null;
        properties = null;
        faults.clear();
    }

    void id(String field, JsonParser parser) throws IOException {
        once(field, id);
        id = identifier(field, parser);
    }

    void kind(String field, JsonParser parser) throws IOException {
        once(field, kind);
        kind = identifier(field, parser);
    }

    void memberId(String field, JsonParser parser) throws IOException {
        once(field, memberId);
        memberId = identifier(field, parser);
    }

    void groupId(String field, JsonParser parser) throws IOException {
        once(field, groupId);
        groupId = identifier(field, parser);
    }

    void target(String field, JsonParser parser) throws IOException {
        once(field, target);
        target = text(field, parser);
        if (target != null
                && (target.isEmpty()
                        || target.length() > MAX_TARGET
                        || Text.hasControls(target)
                        || !Text.isWellFormed(target))) {
            fault(field, "must be 1 to " + MAX_TARGET + " characters without control characters");
        }
    }

    void occurredAt(String field, JsonParser parser) throws IOException {
        once(field, occurredAt);
        String text = text(field, parser);
        if (text == null) {
            return;
        }
        occurredAt = Rfc3339.read(text);
        if (occurredAt == null) {
            fault(field, "is not an RFC 3339 time such as 2026-03-08T09:30:00Z (at most nine digits of a fraction)");
        } else if (occurredAt.isAfter(latest)) {
            fault(field, "is more than 24 hours ahead; send the time at which it happened");
        } else if (occurredAt.isBefore(Instant.EPOCH)) {
            fault(field, "is before 1970; send the time at which it happened");
        }
    }

    void value(String field, JsonParser parser) throws IOException {
        once(field, value);
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            value = parser.getLongValue();
        } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
            fault(field, "must be a whole number of 64 bits; for money send minor units");
            parser.skipChildren();
        }
    }

    void properties(String field, JsonParser parser) throws IOException {
        once(field, properties);
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            properties = propertiesReader.read(parser, pointer(field));
            FieldError fault = propertiesReader.fault();
            if (fault != null) {
                add(fault);
            }
        } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
            fault(field, "must be a JSON object");
            parser.skipChildren();
        }
    }

    /** A field that this format does not have: refused, since a misspelt one would be lost silently. */
    void unknown(String step, JsonParser parser) throws IOException {
        fault(step, "is not a field of an event; put further data under properties, or correct the name");
        parser.skipChildren();
    }

    /** The text at which {@code parser} stands; null if it is absent or no text, which is a fault. */
    @Nullable
    String text(String field, JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        if (parser.currentToken() != JsonToken.VALUE_NULL) {
            fault(field, "must be text");
            parser.skipChildren();
        }
        return null;
    }

    void fault(String field, String detail) {
        add(new FieldError(pointer(field), detail));
    }

    /** The event, if it has no fault; else null: see {@link #refusal}. */
    @Nullable
    ReportedEvent finish() {
        if (id == null || kind == null || memberId == null || occurredAt == null) {
            faultIfMissing(format.id(), id);
            faultIfMissing(format.kind(), kind);
            faultIfMissing(format.memberId(), memberId);
            faultIfMissing(format.occurredAt(), occurredAt);
            return null;
        }
        return faults.isEmpty()
                ? new ReportedEvent(index, id, kind, memberId, occurredAt, groupId, target, value, properties)
                : null;
    }

    Refusal refusal() {
        String known = id != null && Identifier.isValid(id) ? id : null;
        return Refusal.of(index, known, IngestProblem.INVALID_EVENT, faults);
    }

    private @Nullable String identifier(String field, JsonParser parser) throws IOException {
        String text = text(field, parser);
        if (text != null && !Identifier.isValid(text)) {
            fault(field, "is \"" + Text.shown(text) + "\", must be " + Identifier.RULE);
        }
        return text;
    }

    private void once(String field, @Nullable Object before) {
        if (before != null) {
            fault(field, "stands twice in the event; send it once");
        }
    }

    private void faultIfMissing(String field, @Nullable Object present) {
        if (present == null && !isFaulty(pointer(field))) {
            fault(field, "is missing");
        }
    }

    private boolean isFaulty(String pointer) {
        return faults.stream().anyMatch(fault -> fault.pointer().equals(pointer));
    }

    private String pointer(String field) {
        return format.pointer(index) + "/" + field;
    }

    private void add(FieldError fault) {
        if (faults.size() < MAX_FAULTS) {
            faults.add(fault);
        }
    }
}

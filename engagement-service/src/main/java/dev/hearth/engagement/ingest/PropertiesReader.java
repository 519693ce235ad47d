package dev.hearth.engagement.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.hearth.platform.problem.FieldError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Copies an event's properties from the request as they are, without white space, and holds them to their bounds.
 * Numbers keep their digits. What a reader of the stream could not take is refused: names twice in an object, numbers
 * beyond 64 bits, NUL, halves of surrogate pairs.
 */
final class PropertiesReader {
    static final int MAX_BYTES = 8 * 1024;
    static final int MAX_DEPTH = 5;
    static final int MAX_VALUES = 200;
    static final int MAX_NAME = 64;

    private final JsonBytes out = new JsonBytes(256);
    private final List<Set<String>> names = new ArrayList<>();
    private int depth;
    private int values;
    private @Nullable FieldError fault;
    private String pointer = "";

    /**
     * Reads the object at which {@code parser} stands, up to its end; null if it is out of bounds: see {@link #fault}.
     *
     * @param at the pointer of the properties, for the fault
     */
    ReportedEvent.@Nullable Properties read(JsonParser parser, String at) throws IOException {
        out.cut(0);
        depth = 0;
        values = 0;
        fault = null;
        pointer = at;
        do {
            copy(parser);
            if (out.length() > MAX_BYTES) {
                refuse("is larger than " + MAX_BYTES + " bytes; keep the bulk elsewhere and send a reference");
            }
        } while (depth > 0 && parser.nextToken() != null);
        return fault == null ? new ReportedEvent.Properties(out.copy()) : null;
    }

    @Nullable
    FieldError fault() {
        return fault;
    }

    private void copy(JsonParser parser) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> open('{');
            case START_ARRAY -> open('[');
            case END_OBJECT -> close('}');
            case END_ARRAY -> close(']');
            default -> copyScalar(parser);
        }
    }

    private void copyScalar(JsonParser parser) throws IOException {
        if (fault != null) {
            return;
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.FIELD_NAME) {
            name(parser.currentName());
            return;
        }
        out.separate();
        if (token == JsonToken.VALUE_STRING) {
            text(parser.getText());
        } else {
            if (token.isNumeric()) {
                checkNumber(parser);
            }
            out.ascii(parser.getText());
        }
    }

    private void open(char bracket) {
        depth++;
        if (fault != null) {
            return;
        }
        if (depth > MAX_DEPTH) {
            refuse("is nested deeper than " + MAX_DEPTH + " levels");
            return;
        }
        while (names.size() < depth) {
            names.add(new HashSet<>());
        }
        names.get(depth - 1).clear();
        out.separate();
        out.raw(bracket);
        countValue();
    }

    private void close(char bracket) {
        depth--;
        if (fault == null) {
            out.raw(bracket);
        }
    }

    private void name(String name) {
        if (name.isEmpty() || name.length() > MAX_NAME) {
            refuse("has a name that is empty or longer than " + MAX_NAME + " characters: " + Text.shown(name));
        } else if (!names.get(depth - 1).add(name)) {
            refuse("has the name " + Text.shown(name) + " twice in one object");
        } else {
            out.separate();
            text(name);
            if (fault == null) {
                out.raw(':');
            }
        }
    }

    private void text(String text) {
        if (text.indexOf('\0') >= 0 || !Text.isWellFormed(text)) {
            refuse("has text with NUL or half of a surrogate pair");
            return;
        }
        out.text(text);
        countValue();
    }

    private void countValue() {
        values++;
        if (values > MAX_VALUES) {
            refuse("has more than " + MAX_VALUES + " names and values");
        }
    }

    private void checkNumber(JsonParser parser) throws IOException {
        boolean fits = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                ? parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                : Double.isFinite(parser.getDoubleValue());
        if (!fits) {
            refuse("has a number that does not fit in 64 bits; send it as text");
        }
        countValue();
    }

    private void refuse(String detail) {
        if (fault == null) {
            fault = new FieldError(pointer, detail);
        }
    }
}

package dev.hearth.engagement.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of a request's body, token by token, without a tree. What is no JSON, or not the shape that the
 * format has, is a problem of the whole request and nothing of it is taken; a fault within an event is that event's.
 */
final class BodyReader {
    /** RFC 8259: JSON between systems is UTF-8, so nothing is guessed. */
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(JsonFactory.Feature.CHARSET_DETECTION).build();

    private static final String ONLY_EVENTS = "is not read here; the body is {\"events\": [...]} and nothing else";

    private final EventFormat format;
    private final Intake intake;
    private final EventDraft draft;
    private final int maxEvents;

    /**
     * @param latest the last moment at which an event may have happened
     * @param maxEvents how many events a request may have
     */
    BodyReader(EventFormat format, Intake intake, Instant latest, int maxEvents) {
        this.format = format;
        this.intake = intake;
        this.draft = new EventDraft(format, latest);
        this.maxEvents = maxEvents;
    }

    /** Reads the whole body of {@link EventFormat#EVENTS} or {@link EventFormat#CLOUD_EVENTS}. */
    void readAll(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            try {
                readDocument(parser);
            } catch (JsonProcessingException e) {
                throw malformed(e, parser);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a body in memory is always readable", e);
        }
        if (intake.size() == 0) {
            throw new ProblemException(IngestProblem.NO_EVENTS, "send 1 to " + maxEvents + " events");
        }
    }

    /** Reads a line of {@link EventFormat#LINES}; what is wrong with it is told of that line alone. */
    void readLine(int index, byte[] line, int length) {
        if (intake.size() == maxEvents) {
            throw tooMany();
        }
        try (JsonParser parser = JSON.createParser(line, 0, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                malformedLine(index, "must be a JSON object");
                return;
            }
            draft.begin(index);
            format.read(parser, draft);
            if (parser.nextToken() != null) {
                malformedLine(index, "goes on after the object; put each event on a line of its own");
                return;
            }
            finish();
        } catch (JsonProcessingException e) {
            malformedLine(index, Text.bounded(e.getOriginalMessage()) + position(e));
        } catch (IOException e) {
            throw new UncheckedIOException("a line in memory is always readable", e);
        }
    }

    private void readDocument(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        switch (format) {
            case EVENTS -> readWrapped(parser, first);
            case CLOUD_EVENTS -> {
                if (first != JsonToken.START_ARRAY) {
                    throw shape("", "must be a JSON array of CloudEvents");
                }
                readArray(parser);
            }
            case LINES -> throw new IllegalStateException("lines are read one by one");
        }
        if (parser.nextToken() != null) {
            throw shape("", "goes on after the end of the document");
        }
    }

    private void readWrapped(JsonParser parser, @Nullable JsonToken first) throws IOException {
        if (first != JsonToken.START_OBJECT) {
            throw shape("", "must be a JSON object {\"events\": [...]}");
        }
        boolean found = false;
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            if (!field.equals("events")) {
                throw shape("/" + Text.step(field), ONLY_EVENTS);
            }
            if (found) {
                throw shape("/events", "stands twice; send one array");
            }
            if (value != JsonToken.START_ARRAY) {
                throw shape("/events", "must be an array of events");
            }
            readArray(parser);
            found = true;
        }
        if (!found) {
            throw shape("/events", "is missing; the body is {\"events\": [...]}");
        }
    }

    private void readArray(JsonParser parser) throws IOException {
        int index = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (index == maxEvents) {
                throw tooMany();
            }
            draft.begin(index);
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                format.read(parser, draft);
                finish();
            } else {
                parser.skipChildren();
                FieldError error = new FieldError(format.pointer(index), "must be a JSON object");
                intake.refuse(Refusal.of(index, null, IngestProblem.INVALID_EVENT, error));
            }
            index++;
        }
    }

    private void finish() {
        ReportedEvent event = draft.finish();
        if (event == null) {
            intake.refuse(draft.refusal());
        } else {
            intake.take(event);
        }
    }

    /** Refuses a line for what is wrong with it as a whole. */
    void refuseLine(int index, IngestProblem type, String detail) {
        intake.refuse(Refusal.of(index, null, type, new FieldError(format.pointer(index), detail)));
    }

    private void malformedLine(int index, String detail) {
        refuseLine(index, IngestProblem.MALFORMED_EVENT, detail);
    }

    private ProblemException tooMany() {
        return new ProblemException(
                IngestProblem.TOO_MANY_EVENTS, "send at most " + maxEvents + " events; split them over requests");
    }

    private static ProblemException shape(String pointer, String detail) {
        return new ProblemException(RequestProblem.MALFORMED_BODY, new FieldError(pointer, detail));
    }

    private static ProblemException malformed(JsonProcessingException fault, JsonParser parser) {
        String pointer = Text.shown(parser.getParsingContext().pathAsPointer().toString());
        return shape(pointer, Text.bounded(fault.getOriginalMessage()) + position(fault));
    }

    private static String position(JsonProcessingException fault) {
        return fault.getLocation() == null
                ? ""
                : " (line " + fault.getLocation().getLineNr() + ", column "
                        + fault.getLocation().getColumnNr() + ")";
    }
}

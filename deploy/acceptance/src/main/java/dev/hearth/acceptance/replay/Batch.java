package dev.hearth.acceptance.replay;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Events that travel in one request, kept within the ingest's bounds of number and size. */
final class Batch {
    /** Below the ingest's 1 MiB, with room for what stands around the events. */
    private static final int MOST_BYTES = 900_000;

    private static final byte[] HEAD = "{\"events\":[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TAIL = "]}".getBytes(StandardCharsets.US_ASCII);

    private final List<Row> rows = new ArrayList<>();
    private final List<byte[]> events = new ArrayList<>();
    private int bytes;

    void add(Row row, byte[] event) {
        rows.add(row);
        events.add(event);
        bytes += event.length + 1;
    }

    boolean isFull(int most) {
        return rows.size() >= most;
    }

    boolean hasRoomFor(byte[] event) {
        return rows.isEmpty() || bytes + event.length < MOST_BYTES;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    int size() {
        return rows.size();
    }

    Row row(int index) {
        return rows.get(index);
    }

    /** The events at these places, as a batch of their own. */
    Batch only(List<Integer> places) {
        Batch some = new Batch();
        for (int place : places) {
            some.add(rows.get(place), events.get(place));
        }
        return some;
    }

    /** The request's body. */
    byte[] body() {
        ByteArrayOutputStream body = new ByteArrayOutputStream(bytes + 16);
        body.writeBytes(HEAD);
        for (int place = 0; place < events.size(); place++) {
            if (place > 0) {
                body.write(',');
            }
            body.writeBytes(events.get(place));
        }
        body.writeBytes(TAIL);
        return body.toByteArray();
    }
}

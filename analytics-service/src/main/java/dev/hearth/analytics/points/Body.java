package dev.hearth.analytics.points;

import io.vertx.mutiny.core.buffer.Buffer;

/** An answer's body as it comes in, up to a bound. */
final class Body {
    /** Far more than 200 entries have. */
    static final int MAX_BYTES = 1 << 20;

    private final Buffer bytes = Buffer.buffer();

    /** Fails where it would become too long. */
    void add(Buffer part) {
        if (bytes.length() + part.length() > MAX_BYTES) {
            throw new Answer.Senseless("is longer than " + MAX_BYTES + " bytes");
        }
        var _ = bytes.appendBuffer(part);
    }

    byte[] bytes() {
        return bytes.getBytes();
    }
}

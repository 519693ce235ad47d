package dev.hearth.analytics.answer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A version with what was answered.
 *
 * @param packed the bytes that were sent, by gzip, in Base64
 */
record KeptAnswer(Edition edition, String packed) {
    /** Kafka takes no record of 1 MiB as it is usually set up. */
    private static final int MAX_PACKED = 900_000;

    static KeptAnswer of(Edition edition, byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes whatever is written", e);
        }
        return new KeptAnswer(edition, Base64.getEncoder().encodeToString(bytes.toByteArray()));
    }

    boolean fits() {
        return packed.length() <= MAX_PACKED;
    }

    /** The bytes that were sent. */
    byte[] body() {
        try (GZIPInputStream gzip =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(packed)))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("not packed by gzip: the body of " + edition.id(), e);
        }
    }
}

package dev.hearth.acceptance.replay;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A file of events, plain or gzipped (told by its first bytes), read as a stream: memory does not grow with it. */
final class EventFile {
    private static final int BUFFER = 1 << 16;

    private final Path path;

    EventFile(Path path) {
        this.path = path;
    }

    /**
     * Hands every row to the consumer, in the file's order; fails with {@link UnreadableFile} at the first bad line.
     */
    void each(Consumer<Row> consumer) {
        try (BufferedReader lines = open()) {
            String header = lines.readLine();
            if (header == null) {
                throw new UnreadableFile(path + " is empty");
            }
            Columns columns = columns(header);
            long number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    consumer.accept(row(columns, line, number));
                }
            }
        } catch (IOException e) {
            throw new UnreadableFile("cannot read " + path + ": " + e, e);
        }
    }

    private Columns columns(String header) {
        try {
            return new Columns(CsvLine.fields(header.startsWith("\uFEFF") ? header.substring(1) : header));
        } catch (UnreadableFile e) {
            throw new UnreadableFile(path + ": " + e.getMessage(), e);
        }
    }

    private Row row(Columns columns, String line, long number) {
        try {
            return columns.row(CsvLine.fields(line));
        } catch (UnreadableFile e) {
            throw new UnreadableFile(path + " line " + number + " " + e.getMessage(), e);
        }
    }

    private BufferedReader open() throws IOException {
        @Nullable InputStream opened = null;
        try {
            opened = new BufferedInputStream(Files.newInputStream(path), BUFFER);
            InputStream bytes = isGzip(opened) ? new GZIPInputStream(opened, BUFFER) : opened;
            return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), BUFFER);
        } catch (IOException e) {
            if (opened != null) {
                opened.close();
            }
            throw e;
        }
    }

    private static boolean isGzip(InputStream bytes) throws IOException {
        bytes.mark(2);
        boolean gzip = bytes.read() == 0x1f && bytes.read() == 0x8b;
        bytes.reset();
        return gzip;
    }
}

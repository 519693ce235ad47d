package dev.hearth.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Reading the end of a log for a message. */
public final class Logs {

    private static final int WINDOW = 64 * 1024;

    private Logs() {}

    /** The last lines of a file, or an empty text if it cannot be read. */
    public static String tail(Path file, int lines) {
        try (var channel = Files.newByteChannel(file)) {
            var start = Math.max(0, channel.size() - WINDOW);
            var buffer = java.nio.ByteBuffer.allocate((int) (channel.size() - start));
            var _ = channel.position(start);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // Reads until the window is full.
            }
            var all = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return all.stream().skip(Math.max(0, all.size() - lines)).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return "";
        }
    }
}

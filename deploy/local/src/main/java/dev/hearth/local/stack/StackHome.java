package dev.hearth.local.stack;

import dev.hearth.local.LocalServerException;
import dev.hearth.local.TokenIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The directory in which a stack keeps everything: {@code data/<part>}, {@code log/<part>.log}, {@code signing-key},
 * {@code addresses}. Held by a file lock, which the system gives back when the holder ends, however it ends: it can
 * never be stale.
 */
final class StackHome implements AutoCloseable {

    private static final long LOG_LIMIT = 8L << 20;
    private static final String OWNER_ONLY = "rw-------";

    private final Path directory;
    private final FileChannel lock;

    private StackHome(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    static StackHome lock(Path directory) {
        var file = directory.resolve("lock");
        try {
            Files.createDirectories(directory.resolve("log"));
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!tryLock(channel)) {
                channel.close();
                throw new LocalServerException("Hearth already runs on " + directory + " (process "
                        + Files.readString(directory.resolve("pid")).strip()
                        + "). Stop it there with Ctrl-C, or give this one another home and ports (HEARTH_HOME).");
            }
            Files.writeString(
                    directory.resolve("pid"),
                    Long.toString(ProcessHandle.current().pid()));
            return new StackHome(directory, channel);
        } catch (IOException e) {
            throw new LocalServerException("Cannot use " + directory + ": " + e.getMessage(), e);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (java.nio.channels.OverlappingFileLockException e) {
            // Held by this very JVM.
            return false;
        }
    }

    /** Starts anew every log that has grown, and keeps one predecessor. */
    void trimLogs(StackConfig config) {
        for (var part : Part.values()) {
            var log = config.log(part);
            try {
                if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
                    Files.move(log, Path.of(log + ".1"), StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    TokenIssuer issuer() {
        return issuer(directory);
    }

    /** The issuer whose key is kept there; made, readable by its owner only, if there is none. */
    static TokenIssuer issuer(Path directory) {
        var file = directory.resolve("signing-key");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(directory);
                keep(TokenIssuer.generate().privateKey(), file);
            }
            return TokenIssuer.of(Files.readString(file));
        } catch (IOException e) {
            throw new LocalServerException("Cannot keep the signing key in " + file + ": " + e.getMessage(), e);
        }
    }

    /** Written beside and linked: no reader sees half a key, and of two writers one wins. */
    private static void keep(String key, Path file) throws IOException {
        var permissions = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY));
        var draft = Files.createTempFile(file.getParent(), "signing-key", ".draft", permissions);
        try {
            Files.writeString(draft, key);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Another process was first: its key counts.
        } finally {
            Files.delete(draft);
        }
    }

    /** Writes where the services are, as variables, for {@code hearth replay} and {@code hearth bench}. */
    void publish(StackConfig config) {
        var lines = Stream.of(Part.values())
                .filter(Part::isService)
                .map(part -> "HEARTH_" + part.name() + "_URL=http://localhost:" + config.port(part))
                .collect(Collectors.toList());
        lines.add("HEARTH_KAFKA=127.0.0.1:" + config.port(Part.KAFKA));
        write(addresses(), lines);
    }

    private static void write(Path file, List<String> lines) {
        try {
            var _ = Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path addresses() {
        return directory.resolve("addresses");
    }

    /** Lets the next stack have it. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(addresses());
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

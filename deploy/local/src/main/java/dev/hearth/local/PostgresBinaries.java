package dev.hearth.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once per user and version from the archive on the class path. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** The installation's root, with {@code bin}, {@code lib} and {@code share}. */
    static Path directory() {
        var archive = "/"
                + archive(
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Files.exists(Path.of("/etc/alpine-release")));
        try {
            var home =
                    cache().resolve(archive.substring(1, archive.length() - ".txz".length()) + "-" + checksum(archive));
            if (!Files.exists(home)) {
                unpack(archive, home);
            }
            return home;
        } catch (IOException e) {
            throw new LocalServerException("Cannot unpack PostgreSQL: " + e.getMessage(), e);
        }
    }

    static String archive(String system, String architecture, boolean alpine) {
        var kind = system.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var machine = switch (architecture) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default ->
                throw new LocalServerException("There are no PostgreSQL binaries for " + architecture
                        + ": run on x86-64 or ARM64, or give the tests Docker.");
        };
        return "postgres-" + kind + "-" + machine + (alpine ? "-alpine_linux" : "") + ".txz";
    }

    /**
     * Ours alone: whoever could write there could make us run his programs. Root's is one that others can read, for
     * {@link UnprivilegedUser#NOBODY} cannot look below root's home.
     */
    private static Path cache() throws IOException {
        var given = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        var usual = "root".equals(System.getProperty("user.name"))
                ? Path.of("/var/cache")
                : Path.of(System.getProperty("user.home"), ".cache");
        return Files.createDirectories((given.isBlank() ? usual : Path.of(given)).resolve("hearth"));
    }

    private static InputStream open(String archive) {
        var stream = PostgresBinaries.class.getResourceAsStream(archive);
        if (stream == null) {
            throw new LocalServerException(
                    archive + " is missing from the class path: this machine's system and processor"
                            + " need their profile in deploy/local/pom.xml.");
        }
        return stream;
    }

    private static String checksum(String archive) throws IOException {
        var checksum = new CRC32();
        try (var stream = open(archive)) {
            var buffer = new byte[1 << 16];
            for (var read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                checksum.update(buffer, 0, read);
            }
        }
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }

    /**
     * Unpacks beside and renames, so that nobody ever sees half an installation, whoever else unpacks at the same time.
     */
    private static void unpack(String archive, Path home) throws IOException {
        var parent = java.util.Objects.requireNonNull(home.getParent());
        var draft = Files.createTempDirectory(parent, "unpacking-");
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open(archive))))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, draft);
            }
        }
        try {
            Files.move(draft, home);
        } catch (FileSystemException e) {
            Directories.delete(draft);
            if (!Files.exists(home)) {
                throw e;
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path root) throws IOException {
        var file = root.resolve(entry.getName()).normalize();
        if (!file.startsWith(root)) {
            throw new UncheckedIOException(new IOException("Entry outside of the archive: " + entry.getName()));
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
        if (entry.isSymbolicLink() || entry.isLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        var executable = (entry.getMode() & 0111) != 0;
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}

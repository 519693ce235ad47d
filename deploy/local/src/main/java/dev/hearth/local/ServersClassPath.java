package dev.hearth.local;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The class path of the child JVMs. It is a different one from ours (see the servers' pom), so the build lists it in a
 * file of the checkout, which is found from where our classes are.
 */
final class ServersClassPath {

    private static final Path TARGET = Path.of("deploy", "local", "servers", "target");

    private ServersClassPath() {}

    static String get() {
        var target = target();
        try {
            return target.resolve("classes")
                    + File.pathSeparator
                    + Files.readString(target.resolve("servers.classpath")).strip();
        } catch (IOException e) {
            throw new LocalServerException(
                    "The local servers are not built: run `mvn package` (or ./hearth up) in the checkout.", e);
        }
    }

    /** Where the child JVMs are told how to log. */
    static Path logging() {
        return target().resolve("classes/logging.properties");
    }

    private static Path target() {
        for (var directory = ownLocation(); directory != null; directory = directory.getParent()) {
            if (Files.exists(directory.resolve(TARGET).resolve("servers.classpath"))) {
                return directory.resolve(TARGET);
            }
        }
        throw new LocalServerException(
                "The local servers are not built: run `mvn package` (or ./hearth up) in the checkout.");
    }

    private static @org.jspecify.annotations.Nullable Path ownLocation() {
        try {
            return Path.of(ServersClassPath.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new LocalServerException("Classes at an unreadable location", e);
        }
    }
}

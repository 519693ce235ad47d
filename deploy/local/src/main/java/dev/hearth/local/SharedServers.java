package dev.hearth.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One server of a kind per JVM. Quarkus gives every group of tests its own class loader and so its own copy of our
 * static fields; system properties are what all of them see.
 */
final class SharedServers {

    private SharedServers() {}

    static <S extends LocalServer> S get(
            String kind, Function<Path, S> start, BiFunction<Path, Integer, S> controller) {
        var key = "hearth.local." + kind;
        synchronized (System.getProperties()) {
            var known = System.getProperty(key);
            if (known != null) {
                var at = known.indexOf(' ');
                return controller.apply(Path.of(known.substring(at + 1)), Integer.valueOf(known.substring(0, at)));
            }
            var directory = directory(kind);
            var server = start.apply(directory);
            System.setProperty(key, server.port() + " " + directory);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(server, directory), "stop-" + kind));
            return server;
        }
    }

    private static Path directory(String kind) {
        try {
            return Files.createTempDirectory("hearth-" + kind + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(LocalServer server, Path directory) {
        server.kill();
        Directories.delete(directory);
    }
}

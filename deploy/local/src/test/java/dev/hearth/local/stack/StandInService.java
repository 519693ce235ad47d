package dev.hearth.local.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/** Stands for a packaged service where the stack itself is tested: is ready at once, and shows its environment. */
public final class StandInService {

    private StandInService() {}

    public static void main(String[] arguments) throws IOException {
        var port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/environment", exchange -> {
            var text = System.getenv().entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining("\n"))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        server.start();
        System.out.println("stand-in serves on " + port);
    }

    /** A checkout that has nothing but four packaged stand-ins. */
    static Path checkout(Path directory) {
        for (var part : Part.values()) {
            if (part.isService()) {
                pack(directory.resolve(part.title()).resolve("target/quarkus-app/quarkus-run.jar"));
            }
        }
        return directory;
    }

    private static void pack(Path jar) {
        var name = StandInService.class.getName().replace('.', '/') + ".class";
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInService.class.getName());
        try {
            Files.createDirectories(jar.getParent());
            try (var content = StandInService.class.getResourceAsStream("/" + name);
                    var archive = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
                archive.putNextEntry(new ZipEntry(name));
                java.util.Objects.requireNonNull(content).transferTo(archive);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.hearth.local.stack;

import dev.hearth.local.LocalServerException;
import dev.hearth.local.TokenRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The program that fills the suite with simulated communities and lets them live: a client like any other, in a process
 * of its own. It ends when its input does, so it never outlives this one.
 */
final class DemoProcess {

    private static final String MAIN = "dev.hearth.acceptance.demo.Demo";
    private static final Duration TOKEN_LIFETIME = Duration.ofDays(365);
    private static final long SECONDS_TO_END = 10;

    private final StackConfig config;
    private final Map<String, String> environment;
    private @Nullable Process process;

    /** @param environment {@code HEARTH_DEMO_OPTIONS} has further options, such as another size */
    DemoProcess(StackConfig config, Map<String, String> environment) {
        this.config = config;
        this.environment = environment;
    }

    /** Begins to fill the stack, which is ready; what it says goes where this program's output goes. */
    synchronized void start(Stack stack) {
        var tools = config.checkout().resolve("deploy/acceptance/target");
        try {
            var builder = new ProcessBuilder(command(tools))
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            for (var part : Part.values()) {
                if (part.isService()) {
                    builder.environment()
                            .put("HEARTH_" + part.name() + "_URL", "http://localhost:" + config.port(part));
                }
            }
            builder.environment()
                    .put(
                            "HEARTH_LOCAL_TOKEN",
                            stack.token(TokenRequest.forEverything().lifetime(TOKEN_LIFETIME)));
            process = builder.start();
        } catch (IOException e) {
            throw new LocalServerException("Cannot start the demo: " + e.getMessage(), e);
        }
    }

    private List<String> command(Path tools) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx320m",
                "-Dhearth.terminal=" + Boolean.getBoolean("hearth.terminal"),
                "-cp",
                tools.resolve("classes") + ":"
                        + Files.readString(tools.resolve("acceptance.classpath"))
                                .strip(),
                MAIN,
                "--note",
                config.home().resolve("demo.properties").toString(),
                "--token-command",
                config.tokenCommand(environment)));
        Stream.of(environment.getOrDefault("HEARTH_DEMO_OPTIONS", "").split(" ", -1))
                .filter(option -> !option.isBlank())
                .forEach(command::add);
        return command;
    }

    /** Ends it, if it runs; it has nothing to lose: what it does again has no effect. */
    synchronized void stop() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                var _ = process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

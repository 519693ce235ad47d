package dev.hearth.local.test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/** Where the servers of a test run come from. */
enum Lane {
    PROCESSES,
    CONTAINERS;

    private static final String SETTING = "hearth.containers";
    private static final String CHOSEN = "hearth.local.lane";

    /** The lane of this JVM; Docker is asked once, whatever class loader asks. */
    static Lane chosen() {
        synchronized (System.getProperties()) {
            var known = System.getProperty(CHOSEN);
            if (known != null) {
                return valueOf(known);
            }
            var lane = of(System.getProperty(SETTING, "auto"), Lane::dockerAnswers);
            System.setProperty(CHOSEN, lane.name());
            return lane;
        }
    }

    /**
     * @param setting {@code true}: containers, whether Docker answers or not; {@code false}: processes, Docker is not
     *     even asked; {@code auto}: containers if Docker answers
     */
    static Lane of(String setting, BooleanSupplier dockerAnswers) {
        return switch (setting.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> CONTAINERS;
            case "false" -> PROCESSES;
            case "auto", "" -> dockerAnswers.getAsBoolean() ? CONTAINERS : PROCESSES;
            default -> throw new IllegalArgumentException("-D" + SETTING + " is true, false or auto, not " + setting);
        };
    }

    /**
     * Testcontainers takes half a second and an error in the log to say no: only where there may be a yes is it asked.
     */
    private static boolean dockerAnswers() {
        return mayHaveDocker(System.getenv(), Path.of(System.getProperty("user.home")))
                && DockerClientFactory.instance().isDockerAvailable();
    }

    static boolean mayHaveDocker(Map<String, String> environment, Path home) {
        return environment.containsKey("DOCKER_HOST")
                || Files.exists(home.resolve(".testcontainers.properties"))
                || Stream.of(
                                Path.of("/var/run/docker.sock"),
                                home.resolve(".docker/run/docker.sock"),
                                home.resolve(".docker/desktop/docker.sock"),
                                Path.of(environment.getOrDefault("XDG_RUNTIME_DIR", "/run"), "docker.sock"))
                        .anyMatch(Files::exists);
    }
}
